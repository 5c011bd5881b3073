import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { CONTROL_STYLE } from "./control-style.ts";

/** Several lines of text, as high as wanted. */
export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className={cx(CONTROL_STYLE, "min-h-20 px-3 py-2", className)}
      {...rest}
    />
  );
}
