import { Section } from "#components/ui/card.tsx";
import type { DomainReport } from "#core/domain/domain-report.ts";
import { isNoDomain } from "#core/domain/mx-set.ts";
import { aspectRows, countsText } from "#core/posture/aspect-rows.ts";
import { Posture } from "./posture.tsx";

/** What a domain publishes about its mail, and how it does in numbers; nothing of one that does not exist. */
export function PostureSection({ domain: { mx, findings } }: { domain: DomainReport }) {
  const rows = isNoDomain(mx) ? [] : aspectRows(findings);
  if (rows.length === 0) return null;
  return (
    <Section title="Posture" description={<span className="font-medium text-text">{countsText(rows)}</span>}>
      <Posture rows={rows} />
    </Section>
  );
}
