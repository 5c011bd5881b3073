import type { Metadata } from "next";
import Link from "next/link";
import { readDomain } from "#app/_data/domain/check-domain.ts";
import { requireViewer } from "#app/_data/viewer.ts";
import { CheckDomainForm } from "#components/domain/check-domain-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { canEdit } from "#core/account/role.ts";
import { DOMAIN_REFUSALS, type DomainRefusal } from "#core/domain/domain-wish.ts";
import type { SearchParams } from "#core/monitor/monitor-query.ts";
import { checkDomain } from "./check-domain.ts";

export const metadata: Metadata = { title: "Check a domain" };

const MAX_CHARS = 400;

/** Where a domain or an address is typed, and why one cannot be checked. */
export default async function CheckDomainPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requireViewer();
  const { domain, refused } = await searchParams;
  const typed = typeof domain === "string" ? domain.slice(0, MAX_CHARS) : null;
  const refusal = canEdit(role) ? refusalOf(refused) : DOMAIN_REFUSALS["viewers-look"];
  const wish = typed === null ? null : readDomain(typed);
  return (
    <>
      <PageHeader
        title="Check a domain"
        above={
          <Link className="link" href="/monitors">
            Monitors
          </Link>
        }
        description="Every mail server of a domain is met once on each of its addresses, and what the domain publishes about its mail is read. Nothing is saved, and no message is sent."
      />
      <div className="grid max-w-form gap-4">
        {refusal !== null && <Alert tone="error">{refusal}</Alert>}
        <CheckDomainForm action={checkDomain} typed={typed ?? ""} error={wish === null || wish.ok ? undefined : wish.error} />
      </div>
    </>
  );
}

function refusalOf(refused: string | string[] | undefined): string | null {
  const known = Object.keys(DOMAIN_REFUSALS) as DomainRefusal[];
  const refusal = known.find((each) => each === refused);
  return refusal === undefined ? null : DOMAIN_REFUSALS[refusal];
}
