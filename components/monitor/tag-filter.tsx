import { Tag, X } from "lucide-react";
import Link from "next/link";
import { monitorQueryHref, type MonitorQuery } from "#core/monitor-query.ts";

type Props = { query: MonitorQuery; tags: readonly { tag: string; monitors: number }[] };

/** The tags to show the monitors of; the chosen one is a way back to all. */
export function TagFilter({ query, tags }: Props) {
  const isUnknown = query.tag !== null && tags.every(({ tag }) => tag !== query.tag);
  const shown = isUnknown ? [...tags, { tag: query.tag!, monitors: 0 }] : tags;
  return (
    <nav aria-label="Filter by tag" className="-mt-1 flex max-h-24 w-full flex-wrap gap-1 overflow-y-auto">
      {shown.map(({ tag, monitors }) => {
        const isChosen = tag === query.tag;
        return (
          <Link
            key={tag}
            href={monitorQueryHref({ ...query, tag: isChosen ? null : tag, page: 1 })}
            prefetch={false}
            aria-current={isChosen ? "true" : undefined}
            aria-label={isChosen ? `${tag}, chosen: show all tags` : undefined}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-transparent px-2 text-sm hover:bg-sunken aria-[current]:border-line-strong aria-[current]:bg-surface aria-[current]:font-medium"
          >
            {isChosen ? <X aria-hidden className="size-3.5" /> : <Tag aria-hidden className="size-3.5 text-muted" />}
            {tag} <span className="text-muted">{monitors}</span>
          </Link>
        );
      })}
    </nav>
  );
}
