import { StatusMark } from "#components/ui/status-mark.tsx";
import { Time } from "#components/ui/time.tsx";
import { isAlive } from "#core/system/system-troubles.ts";
import type { WorkerRow } from "#core/system/system.ts";
import { bytesText } from "#core/text/bytes-text.ts";

type Props = { workers: readonly WorkerRow[]; now: number; zone: string };

/** The workers where a table would not fit: a few lines each. */
export function WorkerEntries({ workers, now, zone }: Props) {
  return (
    <ul aria-label="Workers" className="divide-y divide-line border-y border-line">
      {workers.map((worker) => (
        <li key={worker.workerId} className="grid gap-0.5 py-2.5">
          <span className="flex flex-wrap items-center gap-x-1.5">
            <StatusMark status={isAlive(worker, now) ? "up" : "down"} withWord={false} size="sm" />
            <span className="font-medium">{worker.location}</span>
            <span className="min-w-0 font-mono text-xs wrap-anywhere">{worker.workerId}</span>
          </span>
          <span>
            {worker.probing} running, {worker.waiting} waiting, {bytesText(worker.rssBytes)}
          </span>
          <span className="text-sm text-muted">
            {worker.version} on Node {worker.node}, last beat <Time at={worker.beatAt} zone={zone} />, started{" "}
            <Time at={worker.startedAt} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
