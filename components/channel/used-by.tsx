import Link from "next/link";
import type { ReactNode } from "react";

const NAMED = 3;

export type Uses = {
  monitors: readonly { monitorId: number; name: string }[];
  contacts: readonly string[];
  policies: readonly string[];
};

/** What a channel is told of and for whom: monitors, the first few by name, contacts and escalation policies. */
export function UsedBy({ monitors, contacts, policies }: Uses) {
  const uses: ReactNode[] = [
    ...monitors.slice(0, NAMED).map(({ monitorId, name }) => (
      <Link key={monitorId} href={`/monitors/${monitorId}`} className="link">
        {name}
      </Link>
    )),
    ...(monitors.length > NAMED ? [`${monitors.length - NAMED} more`] : []),
    ...policies.map((name) => `what the policy ${name} says`),
    ...contacts.map((name) => `what ${name} is told of`),
  ];
  if (uses.length === 0) return <span className="text-muted">nothing yet</span>;
  return (
    <span className="wrap-anywhere">
      {uses.map((use, position) => (
        <span key={position}>
          {position > 0 && (position === uses.length - 1 ? " and " : ", ")}
          {use}
        </span>
      ))}
    </span>
  );
}
