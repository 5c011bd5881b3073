import { MONITOR_KINDS, type MonitorKind } from "#core/check/stage.ts";
import { KIND_WORDS } from "#core/monitor/monitor-form-words.ts";
import { monitorQueryHref, type MonitorQuery } from "#core/monitor/monitor-query.ts";
import { FilterLink } from "./filter-link.tsx";

type Props = { query: MonitorQuery; kinds: Record<MonitorKind, number> };

/** The kinds to show the monitors of, where there are several. */
export function KindFilter({ query, kinds }: Props) {
  const shown = MONITOR_KINDS.filter((kind) => kinds[kind] > 0 || kind === query.kind);
  if (shown.length < 2 && query.kind === null) return null;
  return (
    <nav aria-label="Filter by kind" className="-mt-1 flex flex-wrap gap-1">
      {shown.map((kind) => {
        const isChosen = kind === query.kind;
        const href = monitorQueryHref({ ...query, kind: isChosen ? null : kind, page: 1 });
        return (
          <FilterLink key={kind} href={href} isChosen={isChosen} name={KIND_WORDS[kind].name} monitors={kinds[kind]} all="kinds" />
        );
      })}
    </nav>
  );
}
