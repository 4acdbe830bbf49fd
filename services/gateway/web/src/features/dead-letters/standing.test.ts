import { expect, it } from "vitest";

import { placeOf, standingOf } from "./standing";

const NOW = new Date("2025-03-01T12:00:00Z");

it("waits for somebody until it is tried again, or too long ago for that", () => {
  expect(standingOf({ replays: 0, replayableUntil: "2025-03-01T12:00:01Z" }, NOW)).toBe("waiting");
  expect(standingOf({ replays: 0, replayableUntil: "2025-03-01T11:59:59Z" }, NOW)).toBe("too-old");
  expect(standingOf({ replays: 1, replayableUntil: "2025-03-01T11:59:59Z" }, NOW)).toBe("tried");
});

it("leads to what it was about", () => {
  expect(placeOf({ topic: "reply.ready", conversationId: "clinic:a&b" })?.href).toBe("/conversations?conversation=clinic%3Aa%26b");
  expect(placeOf({ topic: "doc.uploaded", conversationId: "" })?.href).toBe("/documents");
  expect(placeOf({ topic: "booking.requested", conversationId: "" })?.href).toBe("/bookings");
  expect(placeOf({ topic: "settings.changed", conversationId: "" })).toBeNull();
});
