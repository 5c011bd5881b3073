import type { CSSProperties } from "react";

/**
 * The colours of the dashboard (app/globals.css) as mail clients can read them. Light is written into each element, because some
 * clients drop style sheets; dark comes from a style sheet, for those that keep them.
 */
const COLOURS = {
  ground: { light: "#f9fafb", dark: "#0f1114" },
  surface: { light: "#ffffff", dark: "#16191d" },
  sunken: { light: "#f2f3f5", dark: "#0a0c0f" },
  text: { light: "#191d24", dark: "#e9ebee" },
  muted: { light: "#5c6169", dark: "#a0a5ac" },
  line: { light: "#e1e3e6", dark: "#2b2e33" },
  accent: { light: "#3353ae", dark: "#97b2f8" },
  onAccent: { light: "#ffffff", dark: "#0c111f" },
  up: { light: "#0a703b", dark: "#65d994" },
  degraded: { light: "#8b5500", dark: "#f1bf5b" },
  down: { light: "#be2323", dark: "#fb817a" },
  downSoft: { light: "#ffeeee", dark: "#3a1b19" },
} as const;

type Colour = keyof typeof COLOURS;

/** The props that give an element its colours in both schemes, and any other style. */
export function paint(paints: { text?: Colour; ground?: Colour; border?: Colour }, style: CSSProperties = {}) {
  const { text, ground, border } = paints;
  const classes = [text && `t-${text}`, ground && `g-${ground}`, border && `b-${border}`];
  return {
    className: classes.filter(Boolean).join(" "),
    style: {
      ...(text && { color: COLOURS[text].light }),
      ...(ground && { backgroundColor: COLOURS[ground].light }),
      ...(border && { borderColor: COLOURS[border].light }),
      ...style,
    },
  };
}

/** react-email's Body paints a cell of its own, which takes no class. */
const BODY_CELL = "body.g-ground>table>tbody>tr>td";

const darkRules = Object.entries(COLOURS).map(
  ([name, { dark }]) =>
    `.t-${name}{color:${dark}!important}.g-${name}{background-color:${dark}!important}.b-${name}{border-color:${dark}!important}`,
);

/** Dark colours for readers who like them, and less margin on a phone. */
export const STYLE_SHEET = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `@media (prefers-color-scheme:dark){${darkRules.join("")}${BODY_CELL}{background-color:${COLOURS.ground.dark}!important}}`,
  "@media (max-width:480px){.card-cell{padding:20px 16px!important}}",
].join("");

export const SANS = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
export const MONO = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";
