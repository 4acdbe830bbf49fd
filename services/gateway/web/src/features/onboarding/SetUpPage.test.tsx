import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";

import { numberOf, type StepId } from "@/components/steps/steps";
import { type Asked, draw, json, problem, serve } from "@/testing/render";

import SetUpPage from "./SetUpPage";

const OWNER = "/api/v1/owners/clinic";
const AT = "2025-03-01T10:00:00Z";
const PROFILE = {
  updatedAt: AT,
  businessName: "City Clinic",
  businessType: "",
  contactEmail: "",
  contactPhone: "",
  description: "",
};
const TAKES = { extensions: [".pdf"], mimeTypes: [], bytesMax: 1024, words: "PDF" };
const DOCUMENT = {
  sourceId: "clinic:a",
  name: "Answers to common questions",
  category: "knowledge",
  status: "indexed",
  progress: 100,
  reason: "",
  code: "",
  chunks: 1,
  size: null,
  mimeType: "",
  language: "en",
  createdAt: AT,
  updatedAt: AT,
};

type Statuses = Partial<Record<StepId, string>>;
type Answer = (asked: Asked) => Response | Promise<Response>;

/** A server that keeps what becomes of the steps, as the real one does. */
function desk(statuses: Statuses = {}, more: Record<string, Answer> = {}) {
  const kept = new Map(Object.entries(statuses).map(([id, status]) => [numberOf(id as StepId), status]));
  let isEnded = false;
  function stands() {
    const open = [1, 2, 3, 4, 5].find((number) => !kept.has(number));
    const steps = [...kept].map(([stepNo, status]) => ({ stepNo, status, updatedAt: AT }));
    return { currentStep: open ?? 5, completed: isEnded || open === undefined, steps, updatedAt: AT };
  }
  const settled = [1, 2, 3, 4, 5].map((number): [string, Answer] => [
    `PUT ${OWNER}/onboarding/steps/${number}`,
    ({ body }) => {
      kept.set(number, (body as { status: string }).status);
      return json(stands());
    },
  ]);
  return serve({
    [`GET ${OWNER}/onboarding`]: () => json(stands()),
    [`PUT ${OWNER}/onboarding`]: () => {
      isEnded = true;
      return json(stands());
    },
    ...Object.fromEntries(settled),
    [`GET ${OWNER}/profile`]: () => json(PROFILE),
    [`GET ${OWNER}/documents`]: () => json({ items: [], next: null, takes: TAKES }),
    [`GET ${OWNER}/numbers`]: () => json({ items: [], next: null, sharedApp: false, ownWebhook: "" }),
    ...more,
  });
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const heading = (name: string) => screen.findByRole("heading", { level: 2, name });
const sent = (asked: Asked[]) => asked.filter(({ method }) => method !== "GET").map(({ method, path, body }) => [method, path, body]);

beforeEach(() => {
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => {};
});

async function type(field: HTMLElement, words: string) {
  await userEvent.click(field);
  await userEvent.paste(words);
}

test("it goes on at the first step that is open, and says what became of the others", async () => {
  desk({ business: "done", hours: "skipped" });
  draw(<SetUpPage />, "/set-up");
  expect(await heading("What the assistant should know")).toBeTruthy();
  const steps = within(screen.getByRole("navigation", { name: "Steps" }));
  const [business, hours, knowledge] = steps.getAllByRole("link");
  expect(business?.textContent).toContain("Your business (done)");
  expect(hours?.textContent).toContain("Opening hours (skipped)");
  expect(knowledge?.getAttribute("aria-current")).toBe("step");
});

test("a step is saved as it is left, and what was typed before it", async () => {
  let profile = PROFILE;
  const asked = desk({}, {
    [`PUT ${OWNER}/profile`]: ({ body }) => {
      profile = { ...PROFILE, ...(body as typeof PROFILE), updatedAt: "2025-03-01T11:00:00Z" };
      return json(profile);
    },
    [`GET ${OWNER}/profile`]: () => json(profile),
  });
  draw(<SetUpPage />, "/set-up");
  await type(await screen.findByRole("textbox", { name: "Phone" }), "555");
  await press("Continue");
  expect(await heading("Opening hours")).toBeTruthy();
  expect(sent(asked)).toEqual([
    ["PUT", `${OWNER}/profile`, expect.objectContaining({ contactPhone: "555" })],
    ["PUT", `${OWNER}/onboarding/steps/1`, { status: "done" }],
  ]);
  await userEvent.click(screen.getByRole("link", { name: /Your business/ }));
  expect(((await screen.findByRole("textbox", { name: "Phone" })) as HTMLInputElement).value).toBe("555");
});

test("what the server refuses is said at its field: the step stays, and so does what was typed", async () => {
  const errors = [{ field: "contactPhone", problem: "Nobody is there." }];
  const asked = desk({}, { [`PUT ${OWNER}/profile`]: () => problem(422, "invalid", "One field is wrong.", { errors }) });
  draw(<SetUpPage />, "/set-up");
  const phone = await screen.findByRole("textbox", { name: "Phone" });
  await type(phone, "555");
  await press("Continue");
  expect(await screen.findByText("Nobody is there.")).toBeTruthy();
  expect((phone as HTMLInputElement).value).toBe("555");
  expect(sent(asked).filter(([, path]) => String(path).includes("onboarding"))).toEqual([]);
});

test("where a step cannot be saved nothing is lost, and going on again saves it", async () => {
  let isLost = true;
  const asked = desk({ business: "done", hours: "done", knowledge: "done" }, {
    [`PUT ${OWNER}/onboarding/steps/4`]: () => (isLost ? problem(500, "given_up", "It was lost.") : json({ currentStep: 5, completed: false, steps: [], updatedAt: AT })),
  });
  draw(<SetUpPage />, "/set-up");
  await heading("Try it");
  await press("Skip this step");
  expect((await screen.findByRole("alert")).textContent).toContain("It was lost.");
  isLost = false;
  await press("Skip this step");
  expect(await heading("WhatsApp")).toBeTruthy();
  expect(sent(asked).map(([, , body]) => body)).toEqual([{ status: "skipped" }, { status: "skipped" }]);
});

test("answers that were typed become a document, also by going on; nothing typed is a step left out", async () => {
  let items: object[] = [];
  const asked = desk({ business: "done", hours: "done" }, {
    [`GET ${OWNER}/documents`]: () => json({ items, next: null, takes: TAKES }),
    [`POST ${OWNER}/documents/text`]: () => {
      items = [DOCUMENT];
      return json(DOCUMENT, 202);
    },
  });
  draw(<SetUpPage />, "/set-up");
  await heading("What the assistant should know");
  expect(await screen.findByRole("button", { name: "Skip this step" })).toBeTruthy();
  await type(screen.getByRole("textbox", { name: /Where are you/ }), "Market Street 4");
  await press("Continue");
  expect(await heading("Try it")).toBeTruthy();
  expect(sent(asked)).toEqual([
    [
      "POST",
      `${OWNER}/documents/text`,
      {
        category: "knowledge",
        name: "Answers to common questions",
        text: "# Where we are, and how to get here\n\nMarket Street 4",
      },
    ],
    ["PUT", `${OWNER}/onboarding/steps/3`, { status: "done" }],
  ]);
});

test("what was typed and not added outlives leaving the page, and a lost connection", async () => {
  desk({ business: "done", hours: "done" }, {
    [`POST ${OWNER}/documents/text`]: () => problem(500, "given_up", "It was not kept."),
  });
  const { unmount } = draw(<SetUpPage />, "/set-up");
  await type(await screen.findByRole("textbox", { name: /What do you offer/ }), "Tea");
  await press("Continue");
  expect(await screen.findByText("It was not kept.")).toBeTruthy();
  unmount();
  draw(<SetUpPage />, "/set-up");
  const offer = (await screen.findByRole("textbox", { name: /What do you offer/ })) as HTMLTextAreaElement;
  expect(offer.value).toBe("Tea");
});

test("with the last step it is over: what was left out is said, and where it is from now on", async () => {
  const asked = desk({ business: "done", hours: "done", knowledge: "skipped", try: "done" });
  draw(<SetUpPage />, "/set-up");
  await heading("WhatsApp");
  await userEvent.click(await screen.findByRole("button", { name: "Connect one later" }));
  expect(await heading("City Clinic is set up")).toBeTruthy();
  expect(sent(asked)).toEqual([["PUT", `${OWNER}/onboarding/steps/5`, { status: "skipped" }]]);
  const left = screen.getAllByRole("listitem").filter((line) => line.textContent?.includes("Left out"));
  expect(left.map((line) => within(line).getByRole("link").getAttribute("href"))).toEqual(["/documents", "/whatsapp"]);
});

test("whoever needs no more of it ends it", async () => {
  const asked = desk({ business: "done" });
  draw(<SetUpPage />, "/set-up?step=try");
  await heading("Try it");
  await press("end the set-up here");
  expect(await heading("City Clinic is set up")).toBeTruthy();
  expect(sent(asked)).toEqual([["PUT", `${OWNER}/onboarding`, { currentStep: 2, completed: true }]]);
  await waitFor(() => expect(screen.queryByRole("button", { name: "end the set-up here" })).toBeNull());
});
