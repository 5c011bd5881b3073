import { organizationalDomain } from "../organizational-domain.ts";
import { readDmarc } from "./read-dmarc.ts";

/** A mailbox in a URI (RFC 6068), perhaps with how much it takes (RFC 7489 section 6.2). */
const MAILTO = /^mailto:([^\s@,!;?<>"]{1,64})@([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:![0-9]{1,20}[kmgt]?)?$/i;

/** The domain of the mailbox that reports go to; null where the URI names none. */
export function reportDomain(uri: string): string | null {
  return MAILTO.exec(uri)?.[2]?.toLowerCase() ?? null;
}

/** A destination elsewhere, and the name at which whoever is there agrees to reports about `domain` (RFC 7489 section 7.1). */
export type ReportConsent = { destination: string; name: string };

/** The destinations of a record that have to agree: those outside the organization. Each once. */
export function consentsWanted(domain: string, text: string): ReportConsent[] {
  const home = organizationalDomain(domain);
  const domains = readDmarc(text).reports.flatMap(({ uris }) => uris.flatMap((uri) => reportDomain(uri) ?? []));
  return [...new Set(domains)]
    .filter((each) => organizationalDomain(each) !== home)
    .map((destination) => ({ destination, name: `${domain}._report._dmarc.${destination}` }));
}
