import type { WorkerRow } from "#core/system/system.ts";
import { WorkerEntries } from "./worker-entries.tsx";
import { WorkerTable } from "./worker-table.tsx";

type Props = { workers: readonly WorkerRow[]; now: number; zone: string };

/** Every worker that was heard of within a day, as its latest beat says; many of them scroll on their own. */
export function WorkerList(props: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className="relative max-h-120 overflow-y-auto" role="region" aria-label="All workers" tabIndex={0}>
      <div className="hidden md:block">
        <WorkerTable {...props} />
      </div>
      <div className="md:hidden">
        <WorkerEntries {...props} />
      </div>
    </div>
  );
}
