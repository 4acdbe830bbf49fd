/** Which bin of a chart is looked at: by the pointer, by a finger, or by the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useState } from "react";

import { binAt, type Box } from "./layout";

export function useMarkedBin(count: number, box: Box) {
  const [marked, setMarked] = useState<number | null>(null);
  const last = count - 1;

  function point(event: PointerEvent<HTMLElement>) {
    const { left } = event.currentTarget.getBoundingClientRect();
    setMarked(binAt(box.left + event.clientX - left, count, box));
  }

  function press(event: KeyboardEvent) {
    const at = marked ?? last;
    const places: Record<string, number | null> = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowDown: Math.max(0, at - 1),
      ArrowRight: Math.min(last, at + 1),
      ArrowUp: Math.min(last, at + 1),
      Home: 0,
      End: last,
      Escape: null,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    setMarked(place);
  }

  return {
    marked: marked === null ? null : Math.min(marked, last),
    handlers: {
      onPointerDown: point,
      onPointerMove: point,
      onPointerLeave: (event: PointerEvent) => event.pointerType === "mouse" && setMarked(null),
      onFocus: () => setMarked((before) => before ?? last),
      onBlur: () => setMarked(null),
      onKeyDown: press,
    },
  };
}
