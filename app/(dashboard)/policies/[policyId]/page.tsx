import type { Metadata } from "next";
import Link from "next/link";
import { loadPolicy } from "#app/_data/alerting/load-policies.ts";
import { DeleteButton } from "#components/alerting/delete-button.tsx";
import { PolicyForm } from "#components/alerting/policy-form.tsx";
import { Troubles, usedForWords } from "#components/alerting/policy-list.tsx";
import { PolicySentences } from "#components/alerting/policy-sentences.tsx";
import { RoadWarnings } from "#components/channel/road-warning.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { savePolicy } from "../save-policy.ts";
import { deletePolicy } from "./delete-policy.ts";

export const metadata: Metadata = { title: "Policy" };

export default async function PolicyPage({ params }: { params: Promise<{ policyId: string }> }) {
  const { canEdit, shown, roads, ...form } = await loadPolicy((await params).policyId);
  const { policyId, name, sentences, troubles } = shown;
  const back = (
    <Link href="/policies" className="link">
      Policies
    </Link>
  );
  const remove = canEdit && (
    <DeleteButton name={name} what="policy" remove={deletePolicy.bind(null, policyId)}>
      {usedForWords(shown)}. They are told of by another policy then, or on their own channels; what is open goes on as it began.
    </DeleteButton>
  );
  return (
    <>
      <PageHeader title={name} above={back} description={usedForWords(shown)} actions={remove} />
      <div className="mb-8 grid max-w-2xl gap-3">
        <PolicySentences sentences={sentences} />
        <Troubles troubles={troubles} />
        <RoadWarnings roads={roads} zone={form.zone} on={null} />
      </div>
      {canEdit && <PolicyForm {...form} save={savePolicy.bind(null, policyId)} submitText="Save changes" />}
    </>
  );
}
