import { useEffect } from "react";
import { Redirect, Route, Switch } from "wouter";

import type { Schema } from "@/api/client";
import { useLiveUpdates } from "@/api/live";
import { SetUpPartsContext } from "@/components/steps/parts";
import { type Owner, OwnerContext, rememberLast } from "@/session/owner";

import { Loaded } from "./Loaded";
import { NoSuchPage } from "./NoSuchPage";
import { pagesFor } from "./pages";
import { setUpParts } from "./set-up/parts";
import { Shell } from "./shell/Shell";

interface Props {
  me: Schema<"Me">;
  owner: Owner;
}

/** The pages of one business, in the shell, kept up to date. */
export function OwnerRoutes({ me, owner }: Props) {
  const { isLost } = useLiveUpdates(owner.userId);
  const pages = pagesFor(owner.role);
  const [first] = pages;
  useEffect(() => rememberLast(owner.userId), [owner.userId]);

  return (
    <OwnerContext value={owner}>
      <SetUpPartsContext value={setUpParts}>
        <Shell me={me} owner={owner} pages={pages.filter((page) => !page.isUnlisted)} isLost={isLost}>
          <Switch>
            {first && (
              <Route path="/">
                <Redirect to={`/${first.path}`} replace />
              </Route>
            )}
            {pages.map(({ path, Component }) => (
              <Route key={path} path={`/${path}`}>
                <Loaded>
                  <Component />
                </Loaded>
              </Route>
            ))}
            <Route>
              <NoSuchPage />
            </Route>
          </Switch>
        </Shell>
      </SetUpPartsContext>
    </OwnerContext>
  );
}
