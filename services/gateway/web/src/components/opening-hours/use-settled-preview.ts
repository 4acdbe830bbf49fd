/** What the hours come to as they are typed. */
import { useDebouncedValue } from "@mantine/hooks";

import { usePreview } from "./api/preview-schedule";
import { check } from "./check";
import type { Values } from "./values";

/** While one still types, every key would ask. */
const SETTLE_MILLISECONDS = 400;

/** `settled` is what the preview is of. Nothing is asked while something `isWrong`. */
export function useSettledPreview(values: Values) {
  const [settled] = useDebouncedValue(values, SETTLE_MILLISECONDS);
  const isWrong = Object.keys(check(settled)).length > 0;
  return { settled, isWrong, preview: usePreview(settled, !isWrong) };
}
