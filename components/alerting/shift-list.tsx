import { cx } from "class-variance-authority";

export type Shift = { name: string | null; from: string; to: string; isNow: boolean };

/** Who is on call when, in order; the gaps stand among them. `isWide` where there is room for columns. */
export function ShiftList({ shifts, isWide }: { shifts: readonly Shift[]; isWide?: boolean }) {
  return (
    <ol aria-label="The next two weeks" className={cx("gap-6", isWide && "sm:columns-2 lg:columns-3")}>
      {shifts.map(({ name, from, to, isNow }) => (
        <li
          key={from}
          className={cx("mb-1.5 break-inside-avoid border-l-2 pl-3", name === null ? "border-degraded" : "border-accent")}
        >
          <span className="wrap-anywhere">
            <span className={name === null ? "text-muted" : "font-medium"}>{name ?? "Nobody"}</span>
            {isNow && <span className="text-sm text-muted"> now</span>}
          </span>
          <span className="block text-sm text-muted tabular-nums">
            {from} – {to}
          </span>
        </li>
      ))}
    </ol>
  );
}
