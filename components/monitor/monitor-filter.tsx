import Form from "next/form";
import { ChoiceLink } from "#components/ui/choice-link.tsx";
import { STATUS_LOOKS, StatusMark } from "#components/ui/status-mark.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { MonitorKind } from "#core/check/stage.ts";
import { HEALTH_STATUSES } from "#core/check/status.ts";
import { monitorQueryHref, type MonitorQuery } from "#core/monitor/monitor-query.ts";
import type { StatusCounts } from "#core/monitor/summary-line.ts";
import { KindFilter } from "./kind-filter.tsx";
import { TagFilter } from "./tag-filter.tsx";

type Props = {
  query: MonitorQuery;
  counts: StatusCounts;
  kinds: Record<MonitorKind, number>;
  tags: readonly { tag: string; monitors: number }[];
};

/** Which monitors to show: by status, by kind, by tag and by a text in name or host. It lives in the address, so it can be kept and passed on. */
export function MonitorFilter({ query, counts, kinds, tags }: Props) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = HEALTH_STATUSES.filter((status) => counts[status] > 0 || status === query.status);
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <nav aria-label="Filter by status" className="flex max-w-full flex-wrap gap-1">
        <ChoiceLink href={monitorQueryHref({ ...query, status: null, page: 1 })} isChosen={query.status === null}>
          All <span className="text-muted">{all}</span>
        </ChoiceLink>
        {shown.map((status) => (
          <ChoiceLink key={status} href={monitorQueryHref({ ...query, status, page: 1 })} isChosen={query.status === status}>
            <StatusMark status={status} withWord={false} size="sm" />
            {STATUS_LOOKS[status].word} <span className="text-muted">{counts[status]}</span>
          </ChoiceLink>
        ))}
      </nav>
      <Form action="/monitors" role="search" className="w-full sm:w-64">
        {query.status !== null && <input type="hidden" name="status" value={query.status} />}
        {query.kind !== null && <input type="hidden" name="kind" value={query.kind} />}
        {query.tag !== null && <input type="hidden" name="tag" value={query.tag} />}
        <TextInput
          key={query.text}
          type="search"
          name="q"
          defaultValue={query.text}
          placeholder="Name or host"
          aria-label="Search by name or host"
          aria-keyshortcuts="/"
          maxLength={253}
        />
      </Form>
      <KindFilter query={query} kinds={kinds} />
      {(tags.length > 0 || query.tag !== null) && <TagFilter query={query} tags={tags} />}
    </div>
  );
}
