import { PasswordInput } from "@mantine/core";
import type { ComponentProps } from "react";

/** A secret that is pasted: hidden from who looks over the shoulder, and not offered to the browser's memory. */
export function Secret(props: ComponentProps<typeof PasswordInput>) {
  const shown = `Show or hide: ${String(props.label)}`;
  return <PasswordInput autoComplete="new-password" visibilityToggleButtonProps={{ "aria-label": shown, tabIndex: 0 }} {...props} />;
}
