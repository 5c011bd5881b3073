import type { Metadata } from "next";
import Link from "next/link";
import { loadContacts } from "#app/_data/alerting/load-contacts.ts";
import { AlertingNav } from "#components/alerting/alerting-nav.tsx";
import { ContactList } from "#components/alerting/contact-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Contacts" };

export default async function ContactsPage() {
  const { canEdit, contacts } = await loadContacts();
  const add = canEdit && (
    <LinkButton href="/contacts/new" variant="primary">
      New contact
    </LinkButton>
  );
  return (
    <>
      <AlertingNav />
      <PageHeader
        title="Contacts"
        description="The people who can be told, each on their own channels: mail first, then SMS, then a call."
        actions={contacts.length > 0 && add}
      />
      {contacts.length === 0 ? (
        <EmptyState title="There is no contact yet" action={add}>
          A contact is a person with their channels in order.{" "}
          <Link className="link" href="/policies">
            Policies
          </Link>{" "}
          tell them, and they take turns{" "}
          <Link className="link" href="/on-call">
            on call
          </Link>
          .
        </EmptyState>
      ) : (
        <ContactList contacts={contacts} />
      )}
    </>
  );
}
