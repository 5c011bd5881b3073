"use client";

import { cx } from "class-variance-authority";
import Link from "next/link";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import type { HealthStatus } from "#core/check/status.ts";

/** On a phone what happened stands under the status, not beside it. */
const GRID = "grid grid-cols-[1fr_auto] gap-x-4 px-2 py-2 sm:grid-cols-[6.5rem_1fr_auto]";

type Props = {
  from: HealthStatus;
  to: HealthStatus;
  /** Epoch milliseconds. */
  at: number;
  headline: string | null;
  confirmed: string | null;
  /** Where the transcript is that shows it. */
  href: string | null;
  zone: string;
};

/** A change of health: what it was, why, and when. */
export function TransitionRow({ from, to, at, headline, confirmed, href, zone }: Props) {
  return (
    <li className={cx(GRID, "items-start border-b border-line")}>
      <StatusMark status={to} size="sm" className="text-sm" />
      <span className="col-span-2 row-start-2 min-w-0 wrap-anywhere sm:col-span-1 sm:row-start-auto">
        {headline !== null && <>{headline} </>}
        <span className="text-sm text-muted">
          after {from}
          {confirmed !== null && <>, {confirmed}</>}
          {href !== null && (
            <>
              {", "}
              <Link className="link" prefetch={false} href={href}>
                transcript
              </Link>
            </>
          )}
        </span>
      </span>
      <Time at={at} zone={zone} className="text-sm text-muted" />
    </li>
  );
}

/** The beginning of all changes. */
export function MonitorAdded({ at, zone }: Pick<Props, "at" | "zone">) {
  return (
    <li className={cx(GRID, "text-sm text-muted")}>
      <span className="hidden sm:inline" />
      <span>Monitor added</span>
      <Time at={at} zone={zone} />
    </li>
  );
}
