import type { PacketOpt } from "dns-packet";
import { shortened } from "#core/text/shortened.ts";
import { visibleText } from "#core/text/visible-text.ts";

/** The option that holds one (RFC 8914 section 2). */
const OPTION_CODE = 15;
const TEXT_CHARACTERS = 200;

/** What the codes mean (RFC 8914 section 4 and the registry of IANA). */
const MEANINGS: Readonly<Record<number, string>> = {
  1: "Unsupported DNSKEY Algorithm",
  2: "Unsupported DS Digest Type",
  3: "Stale Answer",
  4: "Forged Answer",
  5: "DNSSEC Indeterminate",
  6: "DNSSEC Bogus",
  7: "Signature Expired",
  8: "Signature Not Yet Valid",
  9: "DNSKEY Missing",
  10: "RRSIGs Missing",
  11: "No Zone Key Bit Set",
  12: "NSEC Missing",
  13: "Cached Error",
  14: "Not Ready",
  15: "Blocked",
  16: "Censored",
  17: "Filtered",
  18: "Prohibited",
  19: "Stale NXDOMAIN Answer",
  20: "Not Authoritative",
  21: "Not Supported",
  22: "No Reachable Authority",
  23: "Network Error",
  24: "Invalid Data",
  25: "Signature Expired before Valid",
  26: "Too Early",
  27: "Unsupported NSEC3 Iterations Value",
  28: "Unable to conform to policy",
  29: "Synthesized",
};

/** Those that say of a SERVFAIL that the resolver validated, and the signatures do not hold. */
const BOGUS = new Set([6, 7, 8, 9, 10, 11, 12, 25]);

/** The Extended DNS Errors among the options of a message, in words, and whether one of them says that the signatures do not hold. */
export function explanationsOf(options: readonly PacketOpt[]): { texts: string[]; isBogus: boolean } {
  const errors = options.flatMap(({ code, data }) => {
    if ((code as number) !== OPTION_CODE || data === undefined || data.length < 2) return [];
    return [{ code: data.readUInt16BE(0), said: data.toString("latin1", 2).replace(/\0$/, "") }];
  });
  return { texts: errors.map(inWords), isBogus: errors.some(({ code }) => BOGUS.has(code)) };
}

function inWords({ code, said }: { code: number; said: string }): string {
  const meaning = MEANINGS[code] ?? `Extended DNS Error ${code}`;
  return said === "" ? meaning : `${meaning}: ${shortened(visibleText(said), TEXT_CHARACTERS)}`;
}
