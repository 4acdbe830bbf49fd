import { useDocumentTitle } from "@mantine/hooks";
import { useSearchParams } from "wouter";

import { Choice } from "./Choice";
import { NewBusiness } from "./NewBusiness";

/** Where somebody without a business begins. `?business=new` is the first step of setting up one of one's own. */
export default function WelcomePage() {
  const [search] = useSearchParams();
  const isNew = search.get("business") === "new";
  useDocumentTitle(`${isNew ? "A new business" : "Welcome"} · Frontdesk`);
  return isNew ? <NewBusiness /> : <Choice />;
}
