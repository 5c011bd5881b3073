import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import type { LocationRow } from "#core/system/system.ts";

/** Every location: its workers, and how its self-test went. */
export function LocationList({ locations, zone }: { locations: readonly LocationRow[]; zone: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {locations.map((row) => (
        <li key={row.location} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
          <span className="flex items-center gap-1.5 font-medium">
            <StatusMark status={statusOf(row)} withWord={false} size="sm" />
            {row.location}
          </span>
          <span>{row.workers === 0 ? "no worker" : row.workers === 1 ? "1 worker" : `${row.workers} workers`}</span>
          {row.workers === 0 && row.heardAt !== null && (
            <span className="text-muted">
              last heard of <Time at={row.heardAt} zone={zone} />
            </span>
          )}
          <SelfTest {...row} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function statusOf({ workers, cutOffSince }: LocationRow) {
  if (workers === 0) return "down";
  return cutOffSince === null ? "up" : "degraded";
}

function SelfTest({ testedAt, cutOffSince, cutOffWhy, zone }: LocationRow & { zone: string }) {
  if (cutOffSince !== null) {
    return (
      <span className="text-degraded">
        self-test fails since <Time at={cutOffSince} zone={zone} />
        {cutOffWhy && `: ${cutOffWhy}`}
      </span>
    );
  }
  if (testedAt === null) return <span className="text-muted">no self-test yet</span>;
  return (
    <span className="text-muted">
      self-test passed <Time at={testedAt} zone={zone} />
    </span>
  );
}
