import type { Looked } from "../dns/answer.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { isAnswered, textsOf, whyUnanswered } from "./looked.ts";
import { readTagList, valuesOf } from "./tag-list.ts";

/** What stands at `tlsRptName`. */
export type TlsRptSeen = { domain: string; answer: Looked<"TXT"> };

const IS_TLS_RPT = /^v=TLSRPTv1[ \t]*(?:;|$)/;
const DESTINATION = /^(?:mailto:[^\s@,!;?]+@[a-z0-9.-]+\.[a-z0-9-]+|https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[^\s,!;]*)?)$/i;
const MAX_DESTINATIONS = 20;

/** Where a domain says who is told of failed TLS (RFC 8460 section 3). */
export function tlsRptName(domain: string): string {
  return `_smtp._tls.${domain}`;
}

/** What there is to say of a domain's TLS reports (RFC 8460). */
export function tlsRpt({ domain, answer }: TlsRptSeen): Finding[] {
  const name = tlsRptName(domain);
  if (!isAnswered(answer)) return [finding("tls-rpt.untold", name, { detail: whyUnanswered(answer) })];
  const texts = textsOf(answer, IS_TLS_RPT);
  if (texts.length > 1) return [finding("tls-rpt.several", name, { found: texts })];
  const [text] = texts;
  if (text === undefined) {
    const publish = { name, type: "TXT", value: `v=TLSRPTv1; rua=mailto:postmaster@${domain}` } as const;
    return [finding("tls-rpt.absent", name, { publish })];
  }
  const { tags, problems } = readTagList(text);
  const rua = tags.get("rua");
  const all = [...problems, ...(rua === undefined ? ["rua= is missing"] : [])];
  if (all.length > 0) return [finding("tls-rpt.syntax", name, { found: texts, detail: all.join("; ") })];
  const broken = valuesOf(rua!, ",")
    .slice(0, MAX_DESTINATIONS)
    .filter((each) => !DESTINATION.test(each));
  return orGood(
    finding("tls-rpt.good", name, { found: texts, detail: rua! }),
    broken.map((detail) => finding("tls-rpt.address", name, { found: texts, detail: detail === "" ? "an empty address" : detail })),
  );
}
