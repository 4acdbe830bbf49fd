import { personPage } from "@/pages";

export default personPage({ path: "welcome", load: () => import("./WelcomePage") });
