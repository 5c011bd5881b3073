import type { ReactNode } from "react";
import { Section } from "#components/ui/card.tsx";
import type { Facts } from "#core/check/result.ts";
import { aspectRows, countsText } from "#core/posture/aspect-rows.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { MailHosts } from "./mail-hosts.tsx";
import { Posture } from "./posture.tsx";

type Props = {
  facts: Pick<Facts, "domain" | "paths">;
  lines: readonly TranscriptLine[];
  /** Where a line of the transcript is. */
  hrefOf: ((line: number) => string) | null;
  /** When it was found. */
  found?: ReactNode;
};

/** All that a check learned about a domain: where its mail goes, and what it publishes about it. */
export function DomainSections({ facts: { domain, paths = [] }, lines, hrefOf, found }: Props) {
  if (domain === undefined) return null;
  const rows = aspectRows(domain.findings);
  return (
    <>
      <Section title="Mail servers" description={found}>
        <MailHosts mx={domain.mx} paths={paths} lines={lines} hrefOf={hrefOf} />
      </Section>
      {rows.length > 0 && (
        <Section title="Posture" description={<span className="font-medium text-text">{countsText(rows)}</span>}>
          <Posture rows={rows} />
        </Section>
      )}
    </>
  );
}
