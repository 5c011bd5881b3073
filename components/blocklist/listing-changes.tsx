import { Time } from "#components/ui/time.tsx";
import type { ListingChange } from "#core/blocklist/listing-change.ts";

type Props = { changes: readonly (ListingChange & { listName: string })[]; zone: string };

/** What came onto lists and off them, the latest first. */
export function ListingChanges({ changes, zone }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {changes.map(({ entry, list, listName, isListed, at, codes }) => (
        <li key={`${at} ${list} ${entry}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2">
          <span className="w-32 shrink-0 text-sm text-muted">
            <Time at={at} zone={zone} />
          </span>
          <span className="min-w-0 wrap-anywhere">
            <span className="font-mono">{entry}</span> {isListed ? `came onto ${listName}` : `is off ${listName}`}
            {isListed && <span className="text-muted"> ({codes.join(", ")})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
