import { Center, Loader, Modal } from "@mantine/core";
import type { ReactNode } from "react";

import type { Schema } from "@/api/client";
import { isSignedOut } from "@/api/problem";
import { ErrorNotice } from "@/components/ErrorNotice";
import { HowToSignIn } from "@/features/sign-in/HowToSignIn";
import { SignInPage } from "@/features/sign-in/SignInPage";
import { useSignInLink } from "@/features/sign-in/use-sign-in-link";
import { useMe } from "@/session/me";

interface Props {
  children: (me: Schema<"Me">) => ReactNode;
}

/** Lets in who is signed in. Whose session ends while they work keeps what they typed: they sign in beside it. */
export function SessionGate({ children }: Props) {
  const link = useSignInLink();
  const me = useMe({ isWanted: !link.isBeingSpent });

  if (link.isBeingSpent || me.isPending) return <Waiting />;
  if (me.data === undefined) {
    if (link.error) return <SignInPage error={link.error} onRetry={link.retry} />;
    if (isSignedOut(me.error)) return <SignInPage />;
    return (
      <Center mih="100dvh" p="md">
        <ErrorNotice title="The console could not be opened" error={me.error} onRetry={() => void me.refetch()} />
      </Center>
    );
  }
  return (
    <>
      {children(me.data)}
      <Modal opened={isSignedOut(me.error)} onClose={() => {}} withCloseButton={false} title="You are signed out" centered>
        <HowToSignIn>Nothing on this page is lost: open the link in this browser, then come back here.</HowToSignIn>
      </Modal>
    </>
  );
}

function Waiting() {
  return (
    <Center mih="100dvh">
      <Loader type="dots" role="status" aria-label="Loading" />
    </Center>
  );
}
