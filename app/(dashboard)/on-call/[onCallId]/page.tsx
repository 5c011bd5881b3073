import type { Metadata } from "next";
import Link from "next/link";
import { loadOnCall } from "#app/_data/alerting/load-on-call.ts";
import { DeleteButton } from "#components/alerting/delete-button.tsx";
import { OnCallForm } from "#components/alerting/on-call-form.tsx";
import { RotationLines } from "#components/alerting/rotation-lines.tsx";
import { ShiftList } from "#components/alerting/shift-list.tsx";
import { TakeOverForm } from "#components/alerting/take-over-form.tsx";
import { TakeOverList } from "#components/alerting/take-over-list.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { previewOnCall } from "../preview.ts";
import { saveOnCall } from "../save-on-call.ts";
import { deleteOnCall } from "./delete-on-call.ts";
import { addTakeOver, deleteTakeOver } from "./take-over.ts";

export const metadata: Metadata = { title: "On call" };

export default async function OneOnCallPage({ params }: { params: Promise<{ onCallId: string }> }) {
  const { canEdit, onCallId, name, schedule, now, today, lines, shifts, overrides, contacts, policies } = await loadOnCall(
    (await params).onCallId,
  );
  const { timeZone, rotations } = schedule;
  const uses = policies.length === 0 ? "No policy tells whoever is on call in it." : `It is told by ${policies.join(", ")}.`;
  const back = (
    <Link href="/on-call" className="link">
      On call
    </Link>
  );
  const remove = canEdit && (
    <DeleteButton name={name} what="schedule" remove={deleteOnCall.bind(null, onCallId)}>
      {uses} {policies.length > 0 && "Steps that tell whoever is on call in it reach nobody then and hand on at once."}
    </DeleteButton>
  );
  return (
    <>
      <PageHeader title={name} above={back} description={`On call now: ${now ?? "nobody"}. ${uses}`} actions={remove} />
      <Section title="The next two weeks" description={`By the clocks of ${timeZone}.`}>
        <ShiftList shifts={shifts} isWide />
      </Section>
      <Section title="Somebody takes over" description="For a holiday, an illness, a night swapped: it goes over every rotation.">
        {overrides.length > 0 && (
          <TakeOverList overrides={overrides} remove={canEdit ? deleteTakeOver.bind(null, onCallId) : null} />
        )}
        {canEdit && <TakeOverForm {...{ contacts, timeZone }} save={addTakeOver.bind(null, onCallId)} />}
      </Section>
      {canEdit && (
        <Section title="Rotations">
          <RotationLines lines={lines} />
          <details>
            <summary className="mb-4 w-fit font-medium">Change name, time zone and rotations</summary>
            <OnCallForm
              values={{ name, timeZone }}
              {...{ rotations, today, contacts }}
              save={saveOnCall.bind(null, onCallId)}
              preview={previewOnCall}
              submitText="Save changes"
            />
          </details>
        </Section>
      )}
    </>
  );
}
