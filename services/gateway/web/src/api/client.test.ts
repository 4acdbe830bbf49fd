import { describe, expect, it, vi } from "vitest";

import { json, problem, serve } from "@/testing/render";

import { get, post, put, TakesLonger } from "./client";
import { ApiError, fieldErrors, staleOf, Unreachable } from "./problem";

const PATH = { userId: "city clinic" };
const PROFILE = "/api/v1/owners/city%20clinic/profile";
const QUESTIONS = "/api/v1/owners/city%20clinic/questions";

function ask(key = "one-act-0001") {
  return post("/api/v1/owners/{userId}/questions", { path: PATH, body: { question: "When?" }, key });
}

describe("a call", () => {
  it("fills in its path and leaves out of the query what is not given", async () => {
    const asked = serve({ "GET /api/v1/owners/city%20clinic/documents?limit=5": () => json({ items: [] }) });
    await get("/api/v1/owners/{userId}/documents", { path: PATH, query: { after: null, limit: 5 } });
    expect(asked).toHaveLength(1);
  });

  it("that changes something says that it comes from the console, and which act it is", async () => {
    const [sent] = await askedBy(() => json({ text: "At nine." }));
    expect(sent?.headers.get("X-Frontdesk")).toBe("1");
    expect(sent?.headers.get("Idempotency-Key")).toBe("one-act-0001");
    expect(sent?.body).toEqual({ question: "When?" });
  });

  it("asks again under the same key while the server is at work, and gives what came of it", async () => {
    const answers = [json({ status: "working", eventId: "e", service: "responder" }, 202), json({ text: "At nine." })];
    const sent = await askedBy(() => answers.shift() ?? json({}));
    expect(sent.map((one) => one.headers.get("Idempotency-Key"))).toEqual(["one-act-0001", "one-act-0001"]);
  });

  it("that never ends is given up, and said to be kept", async () => {
    serve({ [`POST ${QUESTIONS}`]: () => json({ status: "working", eventId: "e", service: "responder" }, 202) });
    await expect(ask()).rejects.toThrow(TakesLonger);
  });
});

describe("a failure", () => {
  it("is the server's words, with what is wrong at each field", async () => {
    const errors = [{ field: "question", problem: "Say something." }];
    serve({ [`POST ${QUESTIONS}`]: () => problem(422, "invalid", "Something is not as it must be.", { errors }) });
    const error: unknown = await ask().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).code).toBe("invalid");
    expect(fieldErrors(error)).toEqual({ question: "Say something." });
  });

  it("to reach the server is told apart from a refusal", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(ask()).rejects.toThrow(Unreachable);
  });

  it("of something in between, which speaks no JSON, is a problem too", async () => {
    serve({ [`POST ${QUESTIONS}`]: () => new Response("<html>Bad Gateway</html>", { status: 502 }) });
    await expect(ask()).rejects.toMatchObject({ status: 502, passes: true });
  });

  it("of a stale edit carries both versions", async () => {
    const both = { current: { businessName: "New" }, yours: { businessName: "Mine" } };
    const asked = serve({ [`PUT ${PROFILE}`]: () => problem(412, "stale", "This was changed meanwhile.", both) });
    const edit = { path: PATH, body: {} as never, key: "one-act-0002", version: "2026-01-01T00:00:00Z" };
    const error: unknown = await put("/api/v1/owners/{userId}/profile", edit).catch((caught: unknown) => caught);
    expect(asked[0]?.headers.get("If-Match")).toBe('"2026-01-01T00:00:00Z"');
    expect(staleOf(error)).toEqual(both);
  });
});

async function askedBy(answer: () => Response) {
  const asked = serve({ [`POST ${QUESTIONS}`]: answer });
  await ask();
  return asked;
}
