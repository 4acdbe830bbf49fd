/** Colours, corners and type, once for all. */
import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
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
  "#1b7962",
  "#0f6b5c",
  "#0b574b",
  "#06443a",
];

/** Deep enough for white words on it, which Mantine's own is not. */
const red: MantineColorsTuple = [
  "#fdf0ee",
  "#fadeda",
  "#f3b9b1",
  "#ec9185",
  "#e66f60",
  "#e0594a",
  "#c23b2d",
  "#b42f22",
  "#99261b",
  "#7f1d13",
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
  colors: { pine, red, dark },
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
    // An element that is neither an item nor hidden has no place in a menu.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({ defaultProps: { radius: "lg", overlayProps: { backgroundOpacity: 0.45, blur: 2 } } }),
    Paper: Paper.extend({ defaultProps: { radius: "lg" } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: "md" } }),
  },
});

/** Words on a tint: darker by day and lighter by night than Mantine's, so that they can be read. */
export const tints: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-error": "#b42f22",
    "--mantine-color-orange-light-color": "#8f3404",
    "--mantine-color-yellow-light-color": "#6d4a00",
    "--mantine-color-blue-light-color": "#124c91",
    "--mantine-color-gray-light-color": "#454b48",
  },
  dark: {
    "--mantine-color-error": "#f0a399",
    "--mantine-color-red-light": "rgb(224 89 74 / 18%)",
    "--mantine-color-red-light-color": "#f0a399",
    "--mantine-color-orange-light": "rgb(253 126 20 / 18%)",
    "--mantine-color-orange-light-color": "#ffb77a",
    "--mantine-color-yellow-light": "rgb(250 176 5 / 16%)",
    "--mantine-color-yellow-light-color": "#ffd66b",
    "--mantine-color-blue-light": "rgb(34 139 230 / 20%)",
    "--mantine-color-blue-light-color": "#91c4f5",
    "--mantine-color-pine-light": "rgb(52 159 131 / 18%)",
    "--mantine-color-pine-light-hover": "rgb(52 159 131 / 26%)",
    "--mantine-color-pine-light-color": "#76c1ac",
  },
});
