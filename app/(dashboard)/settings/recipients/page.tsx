import type { Metadata } from "next";
import Link from "next/link";
import { loadRecipients } from "#app/_data/recipient.ts";
import { RecipientList } from "#components/recipient/recipient-list.tsx";
import { AddForm } from "#components/ui/add-form.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addRecipient } from "./add-recipient.ts";
import { confirmRecipient } from "./confirm-recipient.ts";
import { deleteRecipient } from "./delete-recipient.ts";
import { sendCode } from "./send-code.ts";

export const metadata: Metadata = { title: "Recipients" };

const WHY =
  "A test message goes only where somebody has said that it may: to a mailbox whose reader has confirmed it by a code, or into a domain that is yours. Whoever gets one finds a link in it that stops them.";

export default async function RecipientsPage() {
  const { viewer, canEdit, needsProof, recipients } = await loadRecipients();
  return (
    <>
      {recipients.some(({ isCodeWanted }) => isCodeWanted) && <AutoRefresh everyMs={1_000} />}
      <PageHeader
        title="Recipients"
        above={
          <Link href="/settings" className="link">
            Settings
          </Link>
        }
        description={<span className="block max-w-prose">{WHY}</span>}
      />
      <p className="mb-6 max-w-prose text-muted">
        {needsProof ? (
          <>
            Every mailbox of a domain that you have proved needs no code:{" "}
            <Link href="/settings/domains" className="link">
              Domains
            </Link>
            .
          </>
        ) : (
          "On this machine no code is asked for: it is your own."
        )}
      </p>
      <Section title="Your recipients">
        {recipients.length === 0 ? (
          <p className="text-muted">None yet.</p>
        ) : (
          <RecipientList
            recipients={recipients}
            zone={viewer.timeZone}
            canEdit={canEdit}
            confirm={confirmRecipient}
            sendCode={sendCode}
            remove={deleteRecipient}
          />
        )}
      </Section>
      {canEdit && (
        <Section title="Add a recipient">
          <AddForm
            action={addRecipient}
            label="Mailbox"
            name="mailbox"
            placeholder="probe@example.com"
            hint="Best one that is for tests alone: a script can fetch and delete what it has sent."
            inputMode="email"
            autoComplete="off"
            submitText="Add recipient"
          />
        </Section>
      )}
    </>
  );
}
