/** What a booking's status means to the owner, and what can be done with it then. */
import { numberOf } from "@/components/words";

import type { Act } from "./api/decide-booking";
import type { Booking } from "./api/list-bookings";

type Status = Booking["status"];

interface Meaning {
  words: string;
  /** As much of it as a day of a week has room for; empty for what is as it should be. */
  short: string;
  /** Of Mantine's palette. */
  color: "pine" | "orange" | "blue" | "gray" | "red";
  acts: readonly Act[];
}

export const STATUSES: Record<Status, Meaning> = {
  draft: { words: "Being booked", short: "Being booked", color: "blue", acts: ["cancel"] },
  pending: {
    words: "Waits for your answer",
    short: "Not answered",
    color: "orange",
    acts: ["confirm", "decline", "complete", "no_show", "cancel"],
  },
  confirmed: { words: "Confirmed", short: "", color: "pine", acts: ["complete", "no_show", "cancel"] },
  declined: { words: "Declined", short: "Declined", color: "gray", acts: [] },
  cancelled: { words: "Cancelled", short: "Cancelled", color: "gray", acts: [] },
  completed: { words: "Came", short: "Came", color: "gray", acts: [] },
  no_show: { words: "Did not come", short: "Did not come", color: "red", acts: [] },
  waiting: { words: "On the waiting list", short: "Waiting list", color: "blue", acts: ["cancel"] },
  offered: { words: "Offered a place", short: "Offered", color: "blue", acts: ["cancel"] },
  expired: { words: "Ran out", short: "Ran out", color: "gray", acts: [] },
};

/** Somebody may come early, but nobody came days ahead. */
const EARLY_MILLISECONDS = 12 * 3_600_000;
const ONCE_DUE: readonly Act[] = ["complete", "no_show"];

/** What can be done with a booking now. */
export function actsOf({ status, startsAt }: Pick<Booking, "status" | "startsAt">, now: Date = new Date()): Act[] {
  const isDue = startsAt === null || Date.parse(startsAt) - EARLY_MILLISECONDS <= now.getTime();
  return STATUSES[status].acts.filter((act) => isDue || !ONCE_DUE.includes(act));
}

/** Whether it can be given another place: it is still to come. */
export function canMove({ status, endsAt }: Pick<Booking, "status" | "endsAt">, now: Date = new Date()): boolean {
  return (status === "pending" || status === "confirmed") && (endsAt === null || Date.parse(endsAt) > now.getTime());
}

const GONE: readonly Status[] = ["declined", "cancelled", "expired"];

/** Whether nobody will come for it, and nobody was expected to. */
export function isGone({ status }: Pick<Booking, "status">): boolean {
  return GONE.includes(status);
}

interface ActWords {
  button: string;
  /** The heading of what is asked before it is done. */
  question: string;
  /** What happens then. */
  about: string;
  done: string;
  isDangerous: boolean;
}

export const ACTS: Record<Act, ActWords> = {
  confirm: {
    button: "Confirm",
    question: "Confirm this booking?",
    about: "The customer is told at once.",
    done: "Confirmed. The customer is told.",
    isDangerous: false,
  },
  decline: {
    button: "Decline",
    question: "Decline this booking?",
    about: "The place becomes free, and the customer is told at once.",
    done: "Declined. The customer is told.",
    isDangerous: true,
  },
  cancel: {
    button: "Cancel booking",
    question: "Cancel this booking?",
    about: "The place becomes free, and the customer is told at once. It cannot be taken back.",
    done: "Cancelled. The customer is told.",
    isDangerous: true,
  },
  complete: {
    button: "Came",
    question: "Has the customer been here?",
    about: "The booking is closed as done.",
    done: "Closed as done.",
    isDangerous: false,
  },
  no_show: {
    button: "Did not come",
    question: "Did the customer not come?",
    about: "The booking is closed as missed.",
    done: "Closed as missed.",
    isDangerous: false,
  },
};

/** "10:30", "Number 7". */
export function placeOf({ timeSlot, tokenNumber }: Pick<Booking, "timeSlot" | "tokenNumber">): string {
  if (timeSlot !== null) return timeSlot;
  return tokenNumber !== null ? `Number ${tokenNumber}` : "No time yet";
}

/** A customer's number on WhatsApp is international; one that was typed at the desk stays as it was typed. */
export function phoneOf({ phone, conversationId }: Pick<Booking, "phone" | "conversationId">): string {
  return conversationId ? numberOf(phone) : phone;
}

export function nameOf(booking: Pick<Booking, "name" | "phone" | "conversationId">): string {
  return booking.name || phoneOf(booking) || "No name";
}
