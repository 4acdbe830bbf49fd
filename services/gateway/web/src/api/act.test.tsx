import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import { draw } from "@/testing/render";

import { useAct } from "./act";
import { ApiError, Unreachable } from "./problem";

interface Outcome {
  keys: string[];
  /** What each try comes to; done, when there is none left. */
  fails: Error[];
}

function Saver({ outcome, name }: { outcome: Outcome; name: string }) {
  const saving = useAct({
    act: (_: { name: string }, key) => {
      outcome.keys.push(key);
      const failure = outcome.fails.shift();
      return failure ? Promise.reject(failure) : Promise.resolve("saved");
    },
  });
  return (
    <>
      <button onClick={() => saving.run({ name })}>Save</button>
      <output>{saving.answer ?? saving.error?.name ?? "nothing"}</output>
    </>
  );
}

async function save(expected: string) {
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.getByRole("status").textContent).toBe(expected));
}

const refused = new ApiError({ type: "urn:frontdesk:problem:invalid", title: "invalid", status: 422, detail: "No." });

it("is tried again under its own key when the connection is lost", async () => {
  const outcome: Outcome = { keys: [], fails: [new Unreachable()] };
  draw(<Saver outcome={outcome} name="Ana" />);
  await save("saved");
  expect(outcome.keys).toHaveLength(2);
  expect(new Set(outcome.keys).size).toBe(1);
});

it("is still the same act when the person presses again after the connection stayed lost", async () => {
  const outcome: Outcome = { keys: [], fails: [new Unreachable(), new Unreachable(), new Unreachable()] };
  draw(<Saver outcome={outcome} name="Ana" />);
  await save("Unreachable");
  await save("saved");
  expect(new Set(outcome.keys).size).toBe(1);
});

it("is another act once it was refused or done", async () => {
  const outcome: Outcome = { keys: [], fails: [refused] };
  draw(<Saver outcome={outcome} name="Ana" />);
  await save("ApiError");
  await save("saved");
  await save("saved");
  await waitFor(() => expect(new Set(outcome.keys).size).toBe(3));
});
