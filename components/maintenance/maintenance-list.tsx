import Link from "next/link";
import type { MaintenanceSummary } from "#core/maintenance/maintenance-summary.ts";
import { EndButton } from "./end-button.tsx";
import { ScopeWords } from "./scope-words.tsx";
import { WhenLine } from "./when-line.tsx";

type Props = {
  label: string;
  all: readonly MaintenanceSummary[];
  zone: string;
  /** Ends what is on; null for whoever may only look, or where nothing is. */
  end: ((maintenanceId: number) => Promise<string | null>) | null;
};

/** Maintenance, one below the other: what it is called, when, and for whom. */
export function MaintenanceList({ label, all, zone, end }: Props) {
  return (
    <ul aria-label={label} className="divide-y divide-line border-y border-line">
      {all.map((maintenance) => (
        <li
          key={maintenance.maintenanceId}
          className="grid items-start gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_8rem]"
        >
          <div className="min-w-0">
            <Link href={`/maintenance/${maintenance.maintenanceId}`} className="font-medium wrap-anywhere hover:underline">
              {maintenance.name}
            </Link>
            <ScopeWords maintenance={maintenance} />
          </div>
          <div className="min-w-0 wrap-anywhere">
            <WhenLine maintenance={maintenance} zone={zone} />
            <span className="block text-sm text-muted first-letter:uppercase">{maintenance.words}</span>
          </div>
          {end && <EndButton name={maintenance.name} end={end.bind(null, maintenance.maintenanceId)} />}
        </li>
      ))}
    </ul>
  );
}
