import { Wrench } from "lucide-react";
import Link from "next/link";
import { Time } from "#components/ui/time.tsx";
import { occurrenceText } from "#core/maintenance/maintenance-words.ts";
import type { Occurrence } from "#core/maintenance/maintenance.ts";
import { exactTime } from "#core/time/relative-time.ts";

type Props = { on: Occurrence | null; next: Occurrence | null; zone: string };

/** Until when a monitor is in maintenance, and when it will be next; nothing where none is planned. */
export function MaintenanceNotice({ on, next, zone }: Props) {
  if (on === null && next === null) return null;
  return (
    <p className="mb-6 flex items-start gap-2">
      <Wrench aria-hidden className="mt-1 size-4 shrink-0 text-maintenance" />
      <span>
        {on && (
          <span className="block font-medium">
            In maintenance until {exactTime(new Date(on.to), zone)} (<Time at={on.to} zone={zone} />
            ): it is checked, and nobody is told of anything.
          </span>
        )}
        {next && (
          <span className="block text-muted">
            Next maintenance: {occurrenceText(next, zone)} (<Time at={next.from} zone={zone} />)
          </span>
        )}
        <Link href="/maintenance" prefetch={false} className="link text-sm">
          All maintenance
        </Link>
      </span>
    </p>
  );
}
