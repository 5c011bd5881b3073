import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";

/** A table that scrolls sideways on its own where it is wider than the page. `label` says what it lists. */
export function Table({ label, className, children, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
      <table className={cx("w-full border-collapse text-left", className)} {...rest}>
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
    </div>
  );
}

type CellProps = { align?: "left" | "right" };

export function Th({ align = "left", className, ...rest }: Omit<ComponentProps<"th">, "align"> & CellProps) {
  return (
    <th
      scope="col"
      className={cx(
        "border-b border-line px-3 py-2 text-xs font-medium whitespace-nowrap text-muted first:pl-0 last:pr-0",
        align === "right" && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ align = "left", className, ...rest }: Omit<ComponentProps<"td">, "align"> & CellProps) {
  return (
    <td
      className={cx(
        "border-b border-line px-3 py-2.5 align-top first:pl-0 last:pr-0",
        align === "right" && "text-right",
        className,
      )}
      {...rest}
    />
  );
}
