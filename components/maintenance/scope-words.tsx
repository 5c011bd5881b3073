import { TagList } from "#components/monitor/tag-list.tsx";
import type { MaintenanceSummary } from "#core/maintenance/maintenance-summary.ts";

const NAMED = 3;

/** For which monitors a maintenance is, and how many those are just now. */
export function ScopeWords({ maintenance }: { maintenance: MaintenanceSummary }) {
  const { isForAll, tags, named, monitors } = maintenance;
  const count = monitors === 1 ? "1 monitor" : `${monitors} monitors`;
  if (isForAll) return <p className="text-sm text-muted">All monitors, {count} now</p>;
  if (tags.length > 0) {
    return (
      <div className="grid gap-1 text-sm text-muted">
        With a tag, {count} now
        <TagList tags={tags} />
      </div>
    );
  }
  const names = named.slice(0, NAMED).map(({ name }) => name);
  return (
    <p className="text-sm wrap-anywhere text-muted">
      {names.length === 0 ? "No monitor is left" : names.join(", ")}
      {named.length > NAMED && ` and ${named.length - NAMED} more`}
    </p>
  );
}
