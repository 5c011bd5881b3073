"use client";

import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import type { IncidentSummary } from "#core/incident/incident-summary.ts";
import { IncidentMark } from "./incident-mark.tsx";

type Props = {
  incidentId: number;
  isOpen: boolean;
  status: IncidentSummary["status"];
  /** What happened. */
  sentence: string;
  /** For how long, and who has taken it on. */
  state: string;
  /** Epoch milliseconds. */
  startedAt: number;
  zone: string;
};

/** An incident in a list; all of it leads to its page. */
export function IncidentRow({ incidentId, isOpen, status, sentence, state, startedAt, zone }: Props) {
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-start gap-x-4 gap-y-0.5 border-b border-line px-2 py-3 hover:bg-sunken sm:grid-cols-[7rem_1fr_auto]">
      <IncidentMark isOpen={isOpen} status={status} />
      <span className="col-span-2 row-start-2 min-w-0 sm:col-span-1 sm:row-auto">
        <Link
          href={`/incidents/${incidentId}`}
          prefetch={false}
          data-list-item
          className="line-clamp-3 font-medium wrap-anywhere after:absolute after:inset-0"
        >
          {sentence}
        </Link>
        <span className="text-sm text-muted">{state}</span>
      </span>
      <Time at={startedAt} zone={zone} className="text-right text-sm text-muted" />
    </li>
  );
}
