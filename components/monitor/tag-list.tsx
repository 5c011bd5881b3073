import Link from "next/link";
import { monitorQueryHref } from "#core/monitor/monitor-query.ts";

/** The tags of a monitor, each a way to the others that have it; nothing where it has none. */
export function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label="Tags" className="relative z-10 flex w-fit flex-wrap gap-1">
      {tags.map((tag) => (
        <li key={tag}>
          <Link
            href={monitorQueryHref({ status: null, kind: null, tag, text: "", page: 1 })}
            prefetch={false}
            className="inline-flex min-h-6 items-center rounded-sm border border-line bg-sunken px-1.5 text-xs text-muted hover:text-text"
          >
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}
