import type { Metadata } from "next";
import Link from "next/link";
import { loadDomains } from "#app/_data/domain-proof.ts";
import { DomainList } from "#components/domain/domain-list.tsx";
import { AddForm } from "#components/ui/add-form.tsx";
import { AutoRefresh } from "#components/ui/auto-refresh.tsx";
import { Section } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { addDomain } from "./add-domain.ts";
import { deleteDomain } from "./delete-domain.ts";
import { lookUpDomain } from "./look-up-domain.ts";

export const metadata: Metadata = { title: "Domains" };

const WHY =
  "A login is tried, and a recipient named, only where you can show that the domain is yours: nobody is to be bothered through Ehlowatch. Put a TXT record into the domain once, and everything under it counts.";

export default async function DomainsPage() {
  const { viewer, canManage, needsProof, domains } = await loadDomains();
  return (
    <>
      {domains.some(({ isWanted }) => isWanted) && <AutoRefresh everyMs={1_000} />}
      <PageHeader
        title="Domains"
        above={
          <Link href="/settings" className="link">
            Settings
          </Link>
        }
        description={<span className="block max-w-prose">{WHY}</span>}
      />
      {!needsProof && <p className="mb-6 max-w-prose text-muted">On this machine no proof is asked for: it is your own.</p>}
      <Section title="Your domains">
        {domains.length === 0 ? (
          <p className="text-muted">None yet.</p>
        ) : (
          <div aria-live="polite">
            <DomainList
              domains={domains}
              zone={viewer.timeZone}
              canManage={canManage}
              lookUp={lookUpDomain}
              remove={deleteDomain}
            />
          </div>
        )}
      </Section>
      {canManage && (
        <Section title="Add a domain">
          <AddForm
            action={addDomain}
            label="Domain"
            name="domain"
            placeholder="example.com"
            hint="It counts for every name under it."
            submitText="Add domain"
          />
        </Section>
      )}
    </>
  );
}
