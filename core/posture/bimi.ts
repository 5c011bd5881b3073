import type { Looked } from "../dns/answer.ts";
import type { DmarcPolicy } from "./dmarc/read-dmarc.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { isAnswered, textsOf, whyUnanswered } from "./looked.ts";
import { readTagList } from "./tag-list.ts";

/** What stands at `bimiName`, and the DMARC policy that holds for the domain. */
export type BimiSeen = { domain: string; answer: Looked<"TXT">; policy: DmarcPolicy | null };

const IS_BIMI = /^v=BIMI1[ \t]*(?:;|$)/;
const HTTPS = /^https:\/\/[a-z0-9.-]+\.[a-z0-9-]+(?::\d+)?\/[^\s;,]*$/i;

/** Where a domain names its logo. */
export function bimiName(domain: string): string {
  return `default._bimi.${domain}`;
}

/** What there is to say of the logo of a domain (draft-brand-indicators-for-message-identification). */
export function bimi({ domain, answer, policy }: BimiSeen): Finding[] {
  const name = bimiName(domain);
  if (!isAnswered(answer)) return [finding("bimi.untold", name, { detail: whyUnanswered(answer) })];
  const found = textsOf(answer, IS_BIMI);
  if (found.length > 1) return [finding("bimi.several", name, { found })];
  if (found[0] === undefined) return [finding("bimi.absent", name)];
  const { tags, problems } = readTagList(found[0]);
  const logo = tags.get("l");
  const evidence = tags.get("a") ?? "";
  const all = [...problems, ...(logo === undefined ? ["l= is missing"] : [])];
  if (all.length > 0) return [finding("bimi.syntax", name, { found, detail: all.join("; ") })];
  if (logo === "" && evidence === "") return [finding("bimi.declined", name, { found })];
  const isSvg = HTTPS.test(logo!) && /\.svgz?$/i.test(logo!.split(/[?#]/, 1)[0]!);
  const isEnforced = policy === "quarantine" || policy === "reject";
  return orGood(finding("bimi.good", name, { found, detail: logo! }), [
    ...(isSvg || logo === "" ? [] : [finding("bimi.logo", name, { found, detail: logo! })]),
    ...(evidence === "" ? [finding("bimi.no-evidence", name, { found })] : []),
    ...(evidence !== "" && !HTTPS.test(evidence) ? [finding("bimi.evidence", name, { found, detail: evidence })] : []),
    ...(isEnforced ? [] : [finding("bimi.dmarc", name, { found, detail: policy === null ? "no policy" : `p=${policy}` })]),
  ]);
}
