import type { Metadata } from "next";
import { loadPolicies } from "#app/_data/alerting/load-policies.ts";
import { AlertingNav } from "#components/alerting/alerting-nav.tsx";
import { PolicyList } from "#components/alerting/policy-list.tsx";
import { PolicySentences } from "#components/alerting/policy-sentences.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Policies" };

export default async function PoliciesPage() {
  const { canEdit, policies, fallback } = await loadPolicies();
  const hasDefault = policies.some(({ isDefault }) => isDefault);
  const add = canEdit && (
    <LinkButton href="/policies/new" variant="primary">
      New policy
    </LinkButton>
  );
  return (
    <>
      <AlertingNav />
      <PageHeader
        title="Policies"
        description="Who is told of an incident, in which order and after how long, until somebody acknowledges it."
        actions={policies.length > 0 && add}
      />
      {policies.length === 0 ? (
        <EmptyState title="Everybody is told at once" action={add}>
          Without a policy each incident tells all channels of its monitor, and nobody after that. A policy tells more people, or
          others, where nobody acknowledges.
        </EmptyState>
      ) : (
        <PolicyList policies={policies} />
      )}
      {policies.length > 0 && !hasDefault && (
        <div className="mt-4 text-muted">
          For every other monitor:
          <PolicySentences sentences={fallback} />
        </div>
      )}
    </>
  );
}
