import { useCallNext } from "./api/call-next";
import { useDecideBooking } from "./api/decide-booking";
import { useUndoPress } from "./api/undo-press";

/** The presses that move a queue on. One at a time: a second while the first runs would be a slip of the finger. */
export interface Desk {
  isBusy: boolean;
  call: (bookingId: string | null) => void;
  decide: (bookingId: string, act: "complete" | "no_show") => void;
  undo: (bookingId: string) => void;
}

export function useDesk(date: string): Desk & { error: unknown; reset: () => void } {
  const next = useCallNext();
  const decision = useDecideBooking();
  const undone = useUndoPress();
  const all = [next, decision, undone];
  const reset = () => all.forEach((one) => one.reset());
  function press(run: () => void) {
    reset();
    run();
  }
  return {
    isBusy: all.some((one) => one.isRunning),
    error: all.find((one) => one.error !== null)?.error ?? null,
    reset,
    call: (bookingId) => press(() => next.run({ date, bookingId })),
    decide: (bookingId, act) => press(() => decision.run({ bookingId, act, note: "" })),
    undo: (bookingId) => press(() => undone.run({ date, bookingId })),
  };
}
