import type { Metadata } from "next";
import Link from "next/link";
import { loadLists } from "#app/_data/blocklist/lists.ts";
import { CatalogueTable } from "#components/blocklist/catalogue-table.tsx";
import { KeyedListRows } from "#components/blocklist/keyed-list-rows.tsx";
import { OwnListForm } from "#components/blocklist/own-list-form.tsx";
import { OwnListRows } from "#components/blocklist/own-list-rows.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addOwnList } from "./add-list.ts";
import { deleteKey } from "./delete-key.ts";
import { deleteList } from "./delete-list.ts";
import { putKey } from "./put-key.ts";

export const metadata: Metadata = { title: "Blocklists" };

const WHAT =
  "A blocklist monitor asks these lists over the DNS. Each is tested by its own entries before it is believed, and what it does not answer is unknown, never listed.";

export default async function ListsPage() {
  const { viewer, canEdit, own, catalogue } = await loadLists();
  const keyed = [...own, ...catalogue].filter((list) => list.keyed !== undefined);
  return (
    <>
      <PageHeader
        title="Blocklists"
        above={
          <Link href="/settings" className="link">
            Settings
          </Link>
        }
        description={<span className="block max-w-prose">{WHAT}</span>}
      />
      <Section title="Lists of your own" description="Only your team's monitors ask them.">
        {own.length === 0 ? (
          <p className="text-muted">None yet.</p>
        ) : (
          <OwnListRows lists={own} canEdit={canEdit} remove={deleteList} />
        )}
      </Section>
      {canEdit && (
        <Section title="Add a list">
          <OwnListForm action={addOwnList} />
        </Section>
      )}
      <Section title="Keys" description="For lists that want to know who asks. A key is stored sealed, and shown to nobody.">
        <KeyedListRows lists={keyed} zone={viewer.timeZone} canEdit={canEdit} putKey={putKey} deleteKey={deleteKey} />
      </Section>
      <Section
        title="The catalogue"
        description="Some lists may be asked by anybody, others only by who asks little, or not for money: that is between you and them."
      >
        <CatalogueTable lists={catalogue} />
      </Section>
    </>
  );
}
