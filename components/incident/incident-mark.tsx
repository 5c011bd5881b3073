import { StatusMark } from "#components/ui/status-mark.tsx";
import type { IncidentSummary } from "#core/incident/incident-summary.ts";

/** Whether an incident goes on, as icon and word. */
export function IncidentMark({ isOpen, status }: { isOpen: boolean; status: IncidentSummary["status"] }) {
  if (isOpen) return <StatusMark status={status} />;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-muted">
      <StatusMark status="up" withWord={false} /> Over
    </span>
  );
}
