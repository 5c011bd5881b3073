import { CircleCheck, CircleDashed } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProofRecord } from "#core/domain/domain-proof.ts";

type Row = {
  domainProofId: number;
  domain: string;
  record: ProofRecord;
  isWanted: boolean;
  lookedAt: Date | null;
  found: string | null;
  provedAt: Date | null;
};

type Props = {
  domains: Row[];
  zone: string;
  canManage: boolean;
  lookUp: (domain: string) => Promise<void>;
  remove: (domainProofId: number) => Promise<void>;
};

/** A team's domains: which are proved, and the record that proves each of the others. */
export function DomainList({ domains, zone, canManage, lookUp, remove }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {domains.map((row) => (
        <li key={row.domainProofId} className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_auto]">
          <div className="grid min-w-0 gap-1">
            <span className="font-medium wrap-anywhere">{row.domain}</span>
            <State row={row} zone={zone} />
            {row.provedAt === null && <Record record={row.record} />}
          </div>
          {canManage && (
            <div className="flex flex-wrap items-start gap-2">
              {row.provedAt === null && (
                <form action={lookUp.bind(null, row.domain)}>
                  <SubmitButton variant="secondary" pendingText="Looking">
                    Look again
                  </SubmitButton>
                </form>
              )}
              <form action={remove.bind(null, row.domainProofId)}>
                <Button type="submit" variant="ghost" aria-label={`Remove ${row.domain}`}>
                  Remove
                </Button>
              </form>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function State({ row: { isWanted, lookedAt, found, provedAt }, zone }: { row: Row; zone: string }) {
  if (provedAt !== null) {
    return (
      <span className="flex items-center gap-1.5 text-up">
        <CircleCheck aria-hidden className="size-4" /> Proved <Time at={provedAt} zone={zone} />
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-muted">
      <CircleDashed aria-hidden className="size-4" />
      {isWanted ? "The record is being looked up." : (found ?? "Not looked up yet.")}
      {!isWanted && lookedAt && <Time at={lookedAt} zone={zone} />}
    </span>
  );
}

function Record({ record: { name, value } }: { record: ProofRecord }) {
  return (
    <dl className="mt-1 grid gap-x-3 gap-y-1 rounded-md bg-sunken p-2 font-mono text-xs sm:grid-cols-[auto_minmax(0,1fr)]">
      <dt className="text-muted">Name</dt>
      <dd className="wrap-anywhere select-all">{name}</dd>
      <dt className="text-muted">Type</dt>
      <dd>TXT</dd>
      <dt className="text-muted">Value</dt>
      <dd className="wrap-anywhere select-all">{value}</dd>
    </dl>
  );
}
