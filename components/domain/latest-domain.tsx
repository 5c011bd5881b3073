import { Time } from "#components/ui/time.tsx";
import { checkIdText } from "#core/check/check-id.ts";
import type { Dialogue } from "#core/check/dialogue.ts";
import { MailHostsSection } from "./mail-hosts-section.tsx";
import { PostureSection } from "./posture-section.tsx";

type Props = { monitorId: number; found: Dialogue; zone: string };

/** What the latest check that is kept learned about a domain; each cell leads to its lines on the page of that check. */
export function LatestDomain({ monitorId, found: { slotAt, locationId, facts, lines }, zone }: Props) {
  const { domain, paths } = facts;
  if (domain === undefined) return null;
  const check = `/monitors/${monitorId}/checks/${checkIdText({ slotAt: slotAt.getTime(), locationId })}`;
  const found = (
    <>
      As a check found them <Time at={slotAt} zone={zone} />.
    </>
  );
  return (
    <>
      <MailHostsSection mx={domain.mx} paths={paths} lines={lines} hrefOf={(line) => `${check}#L${line}`} found={found} />
      <PostureSection domain={domain} />
    </>
  );
}
