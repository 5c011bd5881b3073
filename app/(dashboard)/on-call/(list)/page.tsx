import type { Metadata } from "next";
import Link from "next/link";
import { loadOnCallList } from "#app/_data/alerting/load-on-call.ts";
import { AlertingNav } from "#components/alerting/alerting-nav.tsx";
import { OnCallList } from "#components/alerting/on-call-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "On call" };

export default async function OnCallPage() {
  const { canEdit, hasContacts, schedules } = await loadOnCallList();
  const add = canEdit && hasContacts && (
    <LinkButton href="/on-call/new" variant="primary">
      New schedule
    </LinkButton>
  );
  return (
    <>
      <AlertingNav />
      <PageHeader
        title="On call"
        description="Who has it now and who takes over when. A policy can tell whoever is on call."
        actions={schedules.length > 0 && add}
      />
      {schedules.length > 0 && <OnCallList schedules={schedules} />}
      {schedules.length === 0 && (
        <EmptyState title="There is no on-call schedule yet" action={add}>
          People take turns in it, so that a policy tells the one who has it.
          {!hasContacts && (
            <>
              {" "}
              First make the{" "}
              <Link className="link" href="/contacts">
                contacts
              </Link>{" "}
              who take turns.
            </>
          )}
        </EmptyState>
      )}
    </>
  );
}
