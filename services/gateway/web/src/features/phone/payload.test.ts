import { expect, it } from "vitest";

import { drawn } from "./payload";

it("draws text as text", () => {
  const said = drawn({ id: "wamid.1", type: "text", text: { body: "<b>60</b>" } });
  expect(said).toMatchObject({ id: "wamid.1", text: "<b>60</b>", placeholder: "", buttons: [], list: null });
});

it("draws buttons under what is asked", () => {
  const buttons = [{ type: "reply", reply: { id: "yes", title: "Yes" } }];
  const said = drawn({ type: "interactive", interactive: { type: "button", body: { text: "Book it?" }, action: { buttons } } });
  expect(said.text).toBe("Book it?");
  expect(said.buttons).toEqual([{ id: "yes", title: "Yes", description: "" }]);
});

it("draws a list behind its button", () => {
  const action = { button: "See times", sections: [{ rows: [{ id: "9", title: "09:00", description: "Monday" }] }] };
  const said = drawn({ type: "interactive", interactive: { type: "list", body: { text: "Which?" }, action } });
  const rows = [{ id: "9", title: "09:00", description: "Monday" }];
  expect(said.list).toEqual({ button: "See times", sections: [{ title: "", rows }] });
});

it("draws what was tapped by its title, and which message it answers", () => {
  const tapped = { type: "list_reply", list_reply: { id: "9", title: "09:00" } };
  const said = drawn({ type: "interactive", context: { id: "wamid.0" }, interactive: tapped });
  expect(said).toMatchObject({ text: "09:00", answering: "wamid.0" });
});

it.each([null, 7, {}, { type: "text" }, { type: "interactive", interactive: { type: "list", action: { sections: [null] } } }])(
  "throws at nothing: %j",
  (payload) => {
    expect(drawn(payload).text).toBe("");
  },
);

it("says what it cannot show", () => {
  expect(drawn({ type: "video", video: { id: "f", caption: "My tooth" } })).toMatchObject({ placeholder: "Video", text: "My tooth" });
});

it("draws a picture over its caption", () => {
  const said = drawn({ type: "image", image: { id: "f", caption: "My tooth" } });
  expect(said).toMatchObject({ isPicture: true, placeholder: "", text: "My tooth" });
  expect(drawn({ type: "image", image: {} })).toMatchObject({ isPicture: false, placeholder: "Photo" });
});
