import { Center, Loader } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";

import type { Schema } from "@/api/client";
import { isSignedOut } from "@/api/problem";
import { ErrorNotice } from "@/components/ErrorNotice";
import { useSignInLink } from "@/features/sign-in/use-sign-in-link";
import { useMe } from "@/session/me";

// Whoever is signed in needs neither.
const SignInPage = lazy(() => import("@/features/sign-in/SignInPage"));
const SignedOutDialog = lazy(() => import("./SignedOutDialog"));

interface Props {
  children: (me: Schema<"Me">) => ReactNode;
}

/** Lets in who is signed in. Whose session ends while they work keeps what they typed: they sign in beside it. */
export function SessionGate({ children }: Props) {
  const link = useSignInLink();
  const me = useMe({ isWanted: !link.isBeingSpent });

  if (link.isBeingSpent || me.isPending) return <Waiting />;
  if (me.data === undefined) {
    if (link.error || isSignedOut(me.error)) {
      return (
        <Suspense fallback={<Waiting />}>
          <SignInPage error={link.error} onRetry={link.retry} />
        </Suspense>
      );
    }
    return (
      <Center mih="100dvh" p="md">
        <ErrorNotice title="The console could not be opened" error={me.error} onRetry={() => void me.refetch()} />
      </Center>
    );
  }
  return (
    <>
      {children(me.data)}
      {isSignedOut(me.error) && (
        <Suspense fallback={null}>
          <SignedOutDialog />
        </Suspense>
      )}
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
