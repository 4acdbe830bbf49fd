import { Box, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

import { EmptyState } from "./EmptyState";
import { ErrorNotice } from "./ErrorNotice";

interface Props<Data> {
  /** What `useQuery` or `useList` gave. */
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  /** Draws what was found. */
  show: (data: Data) => ReactNode;
  /** What is said where nothing was found: a title, or an `EmptyState` with more. Without it `show` draws that too. */
  empty?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  /** Stands in while it loads; some grey lines if not given. */
  loading?: ReactNode;
}

/** Loading, failed (with a retry), empty and full, drawn here and nowhere else. */
export function QueryView<Data>({ query, show, empty, isEmpty = holdsNothing, loading }: Props<Data>) {
  const { data, error, isPending } = query;
  const retry = () => void query.refetch();

  if (isPending) return <Loading>{loading}</Loading>;
  if (data === undefined) return <ErrorNotice title="This could not be loaded" error={error} onRetry={retry} />;

  const isBlank = empty !== undefined && isEmpty(data);
  return (
    <>
      {/* What was loaded before still stands below. */}
      {error !== null && (
        <Box mb="md">
          <ErrorNotice title="This may be out of date" error={error} onRetry={retry} />
        </Box>
      )}
      {!isBlank ? show(data) : typeof empty === "string" ? <EmptyState title={empty} /> : empty}
    </>
  );
}

function Loading({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {children ?? (
        <Stack gap="md" aria-hidden>
          <Skeleton height={20} width="40%" />
          <Skeleton height={64} />
          <Skeleton height={64} />
          <Skeleton height={64} />
        </Stack>
      )}
    </div>
  );
}

/** A list, or a page of one, without an item. */
function holdsNothing(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0;
  return typeof data === "object" && data !== null && "items" in data && holdsNothing(data.items);
}
