/** What jsdom lacks and Mantine asks for. */
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

window.matchMedia = (media) => new MediaQuery(media) as unknown as MediaQueryList;
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
window.scrollTo = () => {};
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

class MediaQuery extends EventTarget {
  matches = false;
  onchange = null;
  constructor(readonly media: string) {
    super();
  }
  addListener() {}
  removeListener() {}
}
