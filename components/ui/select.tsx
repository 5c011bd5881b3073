import { cx } from "class-variance-authority";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { CONTROL_STYLE } from "./control-style.ts";

/** The browser's own select, in our looks. The key makes React show a new default after the form was sent (it resets to the first one). */
export function Select({ className, children, defaultValue, ...rest }: ComponentProps<"select">) {
  return (
    <div className={cx("relative", className)}>
      <select
        key={String(defaultValue)}
        defaultValue={defaultValue}
        className={cx(CONTROL_STYLE, "h-10 appearance-none pr-9 pl-3")}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-muted" />
    </div>
  );
}
