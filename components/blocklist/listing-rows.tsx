import { LinkedText } from "#components/ui/linked-text.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ListingRow } from "#core/blocklist/listing-view.ts";
import { WEIGHT_WORDS } from "#core/blocklist/weight-words.ts";
import { ListingMark } from "./listing-mark.tsx";

type Props = { rows: readonly ListingRow[]; zone: string };

/** Each entry on each list: whether it is on it, since when, what the list says, and where one asks to be taken off. */
export function ListingRows({ rows, zone }: Props) {
  return (
    <ul aria-label="Entries and lists" className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li
          key={`${row.list} ${row.entry}`}
          className="grid gap-x-6 gap-y-1 py-2.5 md:grid-cols-[minmax(8rem,15rem)_minmax(8rem,14rem)_minmax(0,1fr)]"
        >
          <span className="font-mono wrap-anywhere">{row.entry}</span>
          <span className="min-w-0 wrap-anywhere">
            {row.listName} <span className="text-sm text-muted">{WEIGHT_WORDS[row.weight].name.toLowerCase()}</span>
          </span>
          <div className="grid min-w-0 gap-1">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <ListingMark state={row.state} weight={row.weight} />
              <When row={row} zone={zone} />
            </span>
            {row.says && <span className="font-mono text-sm wrap-anywhere">{row.says}</span>}
            {row.text && (
              <div className="text-sm">
                <LinkedText>{row.text}</LinkedText>
              </div>
            )}
            {row.why && <span className="text-sm text-muted">{row.why}</span>}
            {row.state === "listed" && row.delistUrl && (
              <a className="link w-fit text-sm" href={row.delistUrl} rel="noreferrer" target="_blank">
                Ask {row.listName} for removal
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function When({ row: { state, since, askedAt }, zone }: { row: ListingRow; zone: string }) {
  if (askedAt === null) return null;
  return (
    <span className="text-sm text-muted">
      {state === "listed" && since !== null ? (
        <>
          for <Time at={since} zone={zone} isLength />, asked <Time at={askedAt} zone={zone} />
        </>
      ) : (
        <>
          asked <Time at={askedAt} zone={zone} />
        </>
      )}
    </span>
  );
}
