import { Button, Center } from "@mantine/core";

interface Props {
  /** What `useList` gave. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  children?: string;
}

/** Under a list of which there is more. */
export function MoreButton({ list, children = "Show more" }: Props) {
  if (!list.hasNextPage) return null;
  return (
    <Center pt="md">
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {children}
      </Button>
    </Center>
  );
}
