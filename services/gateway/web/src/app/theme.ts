/** Colours, corners and type, once for all. */
import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  Paper,
  Skeleton,
} from "@mantine/core";

const pine: MantineColorsTuple = [
  "#e9f6f2",
  "#d3ebe4",
  "#a7d7c9",
  "#76c1ac",
  "#4eae94",
  "#349f83",
  "#21876e",
  "#0f6b5c",
  "#0b574b",
  "#06443a",
];

/** Warm greys: paper by day, ink by night. */
const dark: MantineColorsTuple = [
  "#d6d8d4",
  "#b4b8b3",
  "#9aa09a",
  "#6b726d",
  "#424945",
  "#363c39",
  "#282d2b",
  "#1e2220",
  "#181b1a",
  "#121413",
];

export const theme = createTheme({
  colors: { pine, dark },
  black: "#1b201d",
  primaryColor: "pine",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  headings: { fontWeight: "640" },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    Button: Button.extend({ defaultProps: { radius: "md" } }),
    Modal: Modal.extend({ defaultProps: { radius: "lg", overlayProps: { backgroundOpacity: 0.45, blur: 2 } } }),
    Paper: Paper.extend({ defaultProps: { radius: "lg" } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: "md" } }),
  },
});

/** Tinted things at night: lighter words on a tint, where the tint alone would be all but black. */
export const tints: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: {
    "--mantine-color-pine-light": "rgb(52 159 131 / 18%)",
    "--mantine-color-pine-light-hover": "rgb(52 159 131 / 26%)",
    "--mantine-color-pine-light-color": "#76c1ac",
  },
});
