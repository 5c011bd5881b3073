import type { Metadata } from "next";
import Link from "next/link";
import { loadPolicyForm } from "#app/_data/alerting/load-policies.ts";
import { VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { PolicyForm } from "#components/alerting/policy-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { savePolicy } from "../save-policy.ts";

export const metadata: Metadata = { title: "New policy" };

export default async function NewPolicyPage() {
  const { canEdit, ...form } = await loadPolicyForm();
  const back = (
    <Link href="/policies" className="link">
      Policies
    </Link>
  );
  return (
    <>
      <PageHeader title="New policy" above={back} />
      {canEdit ? (
        <PolicyForm {...form} save={savePolicy.bind(null, null)} submitText="Save policy" />
      ) : (
        <Alert>{VIEWERS_ONLY_LOOK}</Alert>
      )}
    </>
  );
}
