import type { Metadata } from "next";
import { loadDomainCheck } from "#app/_data/domain/load-domain-check.ts";
import { CheckVerdict } from "#components/domain/check-verdict.tsx";
import { DomainCheckHeader } from "#components/domain/domain-check-header.tsx";
import { FollowCheck } from "#components/domain/follow-check.tsx";
import { MailHostsSection } from "#components/domain/mail-hosts-section.tsx";
import { PostureSection } from "#components/domain/posture-section.tsx";
import { Diagnosis } from "#components/transcript/diagnosis.tsx";
import { Transcript } from "#components/transcript/transcript.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Section } from "#components/ui/card.tsx";
import { unicodeName } from "#core/domain/unicode-name.ts";
import { checkDomain } from "../check-domain.ts";
import { watchAll } from "./watch-all.ts";

type Props = { params: Promise<{ trialId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { domain } = await loadDomainCheck((await params).trialId);
  return { title: `Check of ${unicodeName(domain)}` };
}

/** The report on a domain that somebody asked for: live while it is made, then whole, for everybody of the team who has its address. */
export default async function DomainCheckPage({ params }: Props) {
  const { trialId } = await params;
  const { result, lines, diagnosis, finishedAt, ...page } = await loadDomainCheck(trialId);
  const header = (
    <DomainCheckHeader {...page} result={result} finishedAt={finishedAt} check={checkDomain} watch={watchAll.bind(null, trialId)} />
  );
  if (finishedAt === null) {
    return (
      <>
        {header}
        <FollowCheck key={trialId} trialId={trialId} />
      </>
    );
  }
  if (result === null) {
    return (
      <>
        {header}
        <Alert tone="error">The worker that ran this check has gone away. Check the domain once more.</Alert>
      </>
    );
  }
  const { domain, paths } = result.facts;
  const statusOf = (path: string | null) => paths?.find((each) => each.path === path)?.status ?? result.status;
  return (
    <>
      {header}
      <div className="mb-6 empty:hidden">
        <CheckVerdict mx={domain?.mx} status={result.status} diagnosis={diagnosis} />
      </div>
      {domain && <MailHostsSection mx={domain.mx} paths={paths} lines={lines} hrefOf={(line) => `#L${line}`} />}
      {domain && <PostureSection domain={domain} />}
      {lines.length > 0 && (
        <Section title="Dialogues" description="All that was said to each server, and what it answered.">
          <Transcript lines={lines} statusOf={statusOf} hasLinks />
        </Section>
      )}
      {diagnosis && (
        <div id="diagnosis" className="scroll-mt-4 border-t border-line py-6">
          <Diagnosis diagnosis={diagnosis} reason={result.reason} />
        </div>
      )}
    </>
  );
}
