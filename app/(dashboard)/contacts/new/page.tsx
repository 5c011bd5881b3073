import type { Metadata } from "next";
import Link from "next/link";
import { loadContactForm } from "#app/_data/alerting/load-contacts.ts";
import { VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { ContactForm } from "#components/alerting/contact-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { saveContact } from "../save-contact.ts";

export const metadata: Metadata = { title: "New contact" };

export default async function NewContactPage() {
  const { canEdit, members, channels } = await loadContactForm();
  const back = (
    <Link href="/contacts" className="link">
      Contacts
    </Link>
  );
  return (
    <>
      <PageHeader title="New contact" above={back} />
      {canEdit ? (
        <ContactForm
          values={{ name: "", userId: "", channelIds: "" }}
          {...{ members, channels }}
          save={saveContact.bind(null, null)}
          submitText="Save contact"
        />
      ) : (
        <Alert>{VIEWERS_ONLY_LOOK}</Alert>
      )}
    </>
  );
}
