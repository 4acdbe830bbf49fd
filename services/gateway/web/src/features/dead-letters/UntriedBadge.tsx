import { Badge, VisuallyHidden } from "@mantine/core";

import { useUntried } from "./api/list-dead-letters";

const SHOWN_MAX = 99;

/** In the navigation: how many wait for somebody. Nothing while there are none. */
export default function UntriedBadge() {
  const { data: untried = 0 } = useUntried();
  if (untried === 0) return null;
  return (
    <Badge color="red" size="sm" circle={untried < 10}>
      {untried > SHOWN_MAX ? `${SHOWN_MAX}+` : untried}
      <VisuallyHidden> waiting</VisuallyHidden>
    </Badge>
  );
}
