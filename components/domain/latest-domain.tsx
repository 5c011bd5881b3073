import { Time } from "#components/ui/time.tsx";
import { checkIdText } from "#core/check/check-id.ts";
import type { Dialogue } from "#core/check/dialogue.ts";
import { DomainSections } from "./domain-sections.tsx";

type Props = { monitorId: number; found: Dialogue; zone: string };

/** What the latest check that is kept learned about a domain; each cell leads to its lines on the page of that check. */
export function LatestDomain({ monitorId, found: { slotAt, locationId, facts, lines }, zone }: Props) {
  const check = `/monitors/${monitorId}/checks/${checkIdText({ slotAt: slotAt.getTime(), locationId })}`;
  return (
    <DomainSections
      facts={facts}
      lines={lines}
      hrefOf={(line) => `${check}#L${line}`}
      found={
        <>
          As a check found them <Time at={slotAt} zone={zone} />.
        </>
      }
    />
  );
}
