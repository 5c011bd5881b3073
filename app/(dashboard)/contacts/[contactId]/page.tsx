import type { Metadata } from "next";
import Link from "next/link";
import { loadContact } from "#app/_data/alerting/load-contacts.ts";
import { ContactForm } from "#components/alerting/contact-form.tsx";
import { ContactList, usesOf } from "#components/alerting/contact-list.tsx";
import { DeleteButton } from "#components/alerting/delete-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { saveContact } from "../save-contact.ts";
import { deleteContact } from "./delete-contact.ts";

export const metadata: Metadata = { title: "Contact" };

export default async function ContactPage({ params }: { params: Promise<{ contactId: string }> }) {
  const { canEdit, contact, values, members, channels } = await loadContact((await params).contactId);
  const { contactId, name, policies, schedules } = contact;
  const back = (
    <Link href="/contacts" className="link">
      Contacts
    </Link>
  );
  const remove = canEdit && (
    <DeleteButton name={name} what="contact" remove={deleteContact.bind(null, contactId)}>
      {policies.length + schedules.length === 0
        ? "No policy tells them, and they are never on call."
        : `${usesOf(contact)}. Steps that tell them reach nobody then and hand on at once, and nobody has their turns on call.`}
    </DeleteButton>
  );
  return (
    <>
      <PageHeader title={name} above={back} description={usesOf(contact)} actions={remove} />
      {canEdit ? (
        <ContactForm {...{ values, members, channels }} save={saveContact.bind(null, contactId)} submitText="Save changes" />
      ) : (
        <ContactList contacts={[contact]} />
      )}
    </>
  );
}
