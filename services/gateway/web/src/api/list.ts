/** A list that the server gives page by page. */
import { keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next?: string | null;
}

type ItemOf<Page> = Page extends PageOf<infer Item> ? Item : never;

/**
 * The pages that were asked for so far, as one list: `data.items`, and `data.first` for what a page says beside its
 * items. `read` gets the cursor of the page to read, null for the first. `MoreButton` asks for the next. With
 * `isSteady` what was there stays while another list is read, as while a person types what they look for.
 */
export function useList<Page extends PageOf<unknown>>(
  queryKey: QueryKey,
  read: (after: string | null, signal: AbortSignal) => Promise<Page>,
  { isSteady = false }: { isSteady?: boolean } = {},
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    ...(isSteady && { placeholderData: keepPreviousData }),
    select: ({ pages }) => ({
      items: pages.flatMap((page) => page.items as readonly ItemOf<Page>[]),
      first: pages[0] as Page,
    }),
  });
}
