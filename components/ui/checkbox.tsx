import { cx } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** The browser's own checkbox with its label: the whole line can be pressed. */
export function Checkbox({ label, hint, className, defaultChecked, ...rest }: Props) {
  return (
    <label className={cx("flex min-h-6 items-start gap-2.5 py-1", className)}>
      <input
        key={String(defaultChecked)}
        type="checkbox"
        defaultChecked={defaultChecked}
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
        {...rest}
      />
      <span className="min-w-0 wrap-anywhere">
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
