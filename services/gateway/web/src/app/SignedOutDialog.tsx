import { Modal } from "@mantine/core";

import { HowToSignIn } from "@/features/sign-in/HowToSignIn";

/** Over the page of somebody whose session ended while they worked. Gone once they are signed in again. */
export default function SignedOutDialog() {
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title="You are signed out" centered>
      <HowToSignIn>Nothing on this page is lost: open the link in this browser, then come back here.</HowToSignIn>
    </Modal>
  );
}
