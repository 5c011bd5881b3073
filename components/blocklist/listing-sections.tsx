import { Section } from "#components/ui/card.tsx";
import type { ListingChange } from "#core/blocklist/listing-change.ts";
import type { ListingView } from "#core/blocklist/listing-view.ts";
import { ListingChanges } from "./listing-changes.tsx";
import { ListingRows } from "./listing-rows.tsx";

type Props = ListingView & { changes: readonly (ListingChange & { listName: string })[]; zone: string };

/** What is listed of a blocklist monitor, and what was. */
export function ListingSections({ counts, rows, entries, lists, changes, zone }: Props) {
  const pairs = Object.values(counts).reduce((sum, each) => sum + each);
  return (
    <>
      <Section title="Listings" description={sentence(counts, entries, lists)}>
        {pairs === 0 ? (
          <p className="text-muted">None of the chosen lists holds such entries. Edit the monitor to choose others.</p>
        ) : (
          <ListingRows rows={rows} zone={zone} />
        )}
        {rows.length < pairs && (
          <p className="mt-3 text-sm text-muted">
            {rows.length} of {pairs} rows: what is listed and what is not known come first.
          </p>
        )}
      </Section>
      <Section title="Onto lists and off them">
        {changes.length === 0 ? <p className="text-muted">Nothing yet.</p> : <ListingChanges changes={changes} zone={zone} />}
      </Section>
    </>
  );
}

function sentence({ listed, unknown, clear, waiting }: ListingView["counts"], entries: number, lists: number): string {
  const parts = [`${listed} listed`, `${clear} not listed`];
  if (unknown > 0) parts.push(`${unknown} unknown`);
  if (waiting > 0) parts.push(`${waiting} not asked yet`);
  const of = `${entries} ${entries === 1 ? "entry" : "entries"} on ${lists} ${lists === 1 ? "list" : "lists"}`;
  return `${of}: ${parts.join(", ")}.`;
}
