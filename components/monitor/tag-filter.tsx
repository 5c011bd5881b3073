import { Tag } from "lucide-react";
import { monitorQueryHref, type MonitorQuery } from "#core/monitor/monitor-query.ts";
import { FilterLink } from "./filter-link.tsx";

type Props = { query: MonitorQuery; tags: readonly { tag: string; monitors: number }[] };

/** The tags to show the monitors of. */
export function TagFilter({ query, tags }: Props) {
  const isUnknown = query.tag !== null && tags.every(({ tag }) => tag !== query.tag);
  const shown = isUnknown ? [...tags, { tag: query.tag!, monitors: 0 }] : tags;
  return (
    <nav aria-label="Filter by tag" className="-mt-1 flex max-h-24 w-full flex-wrap gap-1 overflow-y-auto">
      {shown.map(({ tag, monitors }) => {
        const isChosen = tag === query.tag;
        const href = monitorQueryHref({ ...query, tag: isChosen ? null : tag, page: 1 });
        return <FilterLink key={tag} href={href} isChosen={isChosen} icon={Tag} name={tag} monitors={monitors} all="tags" />;
      })}
    </nav>
  );
}
