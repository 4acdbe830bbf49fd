import { expect, test } from "vitest";

import { inWords, LONG_DAY } from "@/components/days";

import { sentenceOf } from "./sentence";
import type { Values } from "./values";

const VALUES = { enabled: true, slotDuration: 30 } as Values;
const CLOSED = { date: "2025-03-03", dayName: "monday", times: [], numbers: 0 } as const;
const OPEN = { ...CLOSED, date: "2025-03-04", dayName: "tuesday", times: ["09:00", "09:30"] } as const;
const TUESDAY = inWords(OPEN.date, LONG_DAY);

test("places are counted over the week, and the first is named", () => {
  const sentence = sentenceOf(VALUES, { days: [CLOSED, OPEN, OPEN] });
  expect(sentence).toBe(
    `In the next seven days customers can book 4 places of 30 minutes, the first on ${TUESDAY} at 09:00.`,
  );
});

test("numbers are told by the day that has most", () => {
  const day = { ...CLOSED, date: OPEN.date };
  const sentence = sentenceOf(VALUES, { days: [CLOSED, { ...day, numbers: 12 }, { ...day, numbers: 40 }] });
  expect(sentence).toBe(`Customers get up to 40 numbers a day, the first on ${TUESDAY}.`);
});

test("where nobody can book, it says why", () => {
  expect(sentenceOf(VALUES, { days: [CLOSED] })).toContain("every day is closed");
  expect(sentenceOf({ ...VALUES, enabled: false }, { days: [OPEN] })).toContain("answers questions only");
});
