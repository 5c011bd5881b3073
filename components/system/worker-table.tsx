import { StatusMark } from "#components/ui/status-mark.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { isAlive } from "#core/system/system-troubles.ts";
import type { WorkerRow } from "#core/system/system.ts";
import { bytesText } from "#core/text/bytes-text.ts";

type Props = { workers: readonly WorkerRow[]; now: number; zone: string };

/** Every worker that was heard of within a day, as its latest beat says. */
export function WorkerTable({ workers, now, zone }: Props) {
  return (
    <Table label="Workers">
      <thead>
        <tr>
          <Th>Location</Th>
          <Th>Worker</Th>
          <Th align="right">Running</Th>
          <Th align="right">Waiting</Th>
          <Th align="right">Memory</Th>
          <Th>Last beat</Th>
          <Th>Since</Th>
          <Th>Version</Th>
        </tr>
      </thead>
      <tbody>
        {workers.map((worker) => (
          <tr key={worker.workerId}>
            <Td className="whitespace-nowrap">
              <span className="inline-flex items-center gap-1.5">
                <StatusMark status={isAlive(worker, now) ? "up" : "down"} withWord={false} size="sm" />
                {worker.location}
              </span>
            </Td>
            <Td className="min-w-40 font-mono text-sm wrap-anywhere">{worker.workerId}</Td>
            <Td align="right">{worker.probing}</Td>
            <Td align="right" className={worker.waiting > 0 ? "font-medium text-degraded" : undefined}>
              {worker.waiting}
            </Td>
            <Td align="right" className="whitespace-nowrap">
              {bytesText(worker.rssBytes)}
            </Td>
            <Td className="whitespace-nowrap">
              <Time at={worker.beatAt} zone={zone} />
            </Td>
            <Td className="whitespace-nowrap">
              <Time at={worker.startedAt} zone={zone} />
            </Td>
            <Td className="whitespace-nowrap">
              {worker.version} <span className="text-muted">on Node {worker.node}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
