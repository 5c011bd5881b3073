import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { CONTROL_STYLE } from "./control-style.ts";

/** Nothing may correct what goes over the wire while it is typed. */
const AS_TYPED = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;

/** One line of text. `mono` for what goes over the wire: hosts, ports, EHLO names. */
export function TextInput({ className, mono, type = "text", ...rest }: ComponentProps<"input"> & { mono?: boolean }) {
  return (
    <input
      type={type}
      className={cx(CONTROL_STYLE, "h-10 px-3", mono && "font-mono", className)}
      {...(mono && AS_TYPED)}
      {...rest}
    />
  );
}
