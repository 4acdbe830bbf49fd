import { Page } from "@/components/Page";
import { QueryView } from "@/components/QueryView";

import { useProfile } from "@/components/profile/api/read-profile";
import { ProfileForm } from "./ProfileForm";

/** What the business says of itself. */
export default function ProfilePage() {
  const profile = useProfile();
  return (
    <Page title="Profile" about="Who you are. The assistant tells this to customers who ask.">
      <QueryView query={profile} show={(shown) => <ProfileForm profile={shown} />} />
    </Page>
  );
}
