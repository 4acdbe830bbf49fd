import { Redirect, Route, Switch } from "wouter";

import type { Schema } from "@/api/client";
import { EmptyState } from "@/components/EmptyState";
import { lastOf } from "@/session/owner";

import { Loaded } from "./Loaded";
import { NoSuchPage } from "./NoSuchPage";
import { OwnerRoutes } from "./OwnerRoutes";
import { hasWelcome, personPages } from "./pages";

/** Which page an address is. */
export function Routes({ me }: { me: Schema<"Me"> }) {
  return (
    <Switch>
      <Route path="/">
        <Home me={me} />
      </Route>
      {personPages.map(({ path, Component }) => (
        <Route key={path} path={`/${path}`}>
          <Loaded>
            <Component />
          </Loaded>
        </Route>
      ))}
      <Route path="/:userId" nest>
        {({ userId }) => {
          const owner = me.owners.find((one) => one.userId === userId);
          return owner ? <OwnerRoutes key={userId} me={me} owner={owner} /> : <NoSuchPage />;
        }}
      </Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}

/** The business that was looked at last; whoever has none begins with one. */
function Home({ me }: { me: Schema<"Me"> }) {
  const owner = lastOf(me.owners);
  if (owner) return <Redirect to={`/${owner.userId}`} replace />;
  if (me.operator && hasWelcome) return <Redirect to="/welcome" replace />;
  return <EmptyState title="No business yet">Ask whoever runs Frontdesk here to let you into one.</EmptyState>;
}
