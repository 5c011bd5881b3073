import type { Looked } from "../dns/answer.ts";
import { DMARC_POLICIES, IS_DMARC, readDmarc, type DmarcPolicy, type DmarcRecord } from "./dmarc/read-dmarc.ts";
import { consentsWanted, reportDomain } from "./dmarc/report-address.ts";
import { finding, orGood, type Finding, type Publish } from "./finding.ts";
import { isAnswered, textsOf, whyUnanswered } from "./looked.ts";
import { organizationalDomain } from "./organizational-domain.ts";
import { withTag } from "./tag-list.ts";

/**
 * What is known of a domain's DMARC: what stands at the names of `dmarcNames`, in their order, and of each destination in `consentsWanted` what it
 * answers.
 */
export type DmarcSeen = {
  domain: string;
  policies: readonly { of: string; answer: Looked<"TXT"> }[];
  consents: readonly { name: string; answer: Looked<"TXT"> }[];
};

/** Where a policy is looked for: at the domain, then at the one it is under (RFC 7489 section 6.6.3). `of` is the domain whose policy it is. */
export function dmarcNames(domain: string): { of: string; name: string }[] {
  return [...new Set([domain, organizationalDomain(domain)])].map((of) => ({ of, name: dmarcName(of) }));
}

/** What there is to say of a domain's DMARC (RFC 7489, and RFC 9989 where it differs). */
export function dmarc({ domain, policies, consents }: DmarcSeen): Finding[] {
  for (const { of, answer } of policies) {
    const name = dmarcName(of);
    if (!isAnswered(answer)) return [finding("dmarc.untold", name, { detail: whyUnanswered(answer) })];
    const texts = textsOf(answer, IS_DMARC);
    if (texts.length > 1) return [finding("dmarc.several", name, { found: texts, publish: record(name, texts[0]!) })];
    if (texts[0] !== undefined) return ofRecord({ domain, of, text: texts[0], consents });
  }
  const name = dmarcName(domain);
  return [finding("dmarc.absent", name, { publish: record(name, `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`) })];
}

/** The policy that holds for a domain; null where none does, or none can be told. BIMI asks for it. */
export function dmarcPolicyOf({ domain, policies }: Pick<DmarcSeen, "domain" | "policies">): DmarcPolicy | null {
  for (const { of, answer } of policies) {
    const texts = textsOf(answer, IS_DMARC);
    if (texts.length > 0 || !isAnswered(answer)) return texts.length === 1 ? policyFor(domain, of, readDmarc(texts[0]!)) : null;
  }
  return null;
}

type Read = { domain: string; of: string; text: string; consents: DmarcSeen["consents"] };

function ofRecord({ domain, of, text, consents }: Read): Finding[] {
  const name = dmarcName(of);
  const found = [text];
  const read = readDmarc(text);
  if (read.problems.length > 0) return [finding("dmarc.syntax", name, { found, detail: read.problems.join("; ") })];
  const policy = policyFor(domain, of, read);
  const findings = [
    ...ofPolicy(policy, name, read, text),
    ...(of === domain ? [] : [finding("dmarc.inherited", domain, { found, detail: `${of}: ${policy ?? "none"}` })]),
    ...ofReports(of, read, text, consents),
    ...ofDetails(name, read, text),
  ];
  return orGood(finding("dmarc.good", name, { found, detail: `p=${policy}` }), findings);
}

/** Whom it concerns decides which policy holds: the domain itself, or one under it. */
function policyFor(domain: string, of: string, { policy, subdomains }: DmarcRecord): DmarcPolicy | null {
  return domain === of ? policy : (subdomains ?? policy);
}

function ofPolicy(policy: DmarcPolicy | null, name: string, read: DmarcRecord, text: string): Finding[] {
  const found = [text];
  if (policy === null) {
    return [finding("dmarc.no-policy", name, { found, publish: record(name, withTag(text, "p", "none")) })];
  }
  const under = [["sp", read.subdomains] as const, ["np", read.unknown] as const];
  const milder = under.filter(([, its]) => its !== null && strengthOf(its) < strengthOf(policy));
  const without = (tag: string) => record(name, withTag(text, tag, null));
  if (policy === "none") return [finding("dmarc.none", name, { found, publish: record(name, withTag(text, "p", "quarantine")) })];
  return [
    ...milder.map(([tag, its]) => finding("dmarc.subdomains", name, { found, detail: `${tag}=${its}`, publish: without(tag) })),
    ...(read.share < 100 ? [finding("dmarc.share", name, { found, detail: `pct=${read.share}`, publish: without("pct") })] : []),
    ...(read.isTest ? [finding("dmarc.test-mode", name, { found, publish: without("t") })] : []),
  ];
}

function strengthOf(policy: DmarcPolicy): number {
  return DMARC_POLICIES.indexOf(policy);
}

/** Whether reports arrive. */
function ofReports(of: string, { reports }: DmarcRecord, text: string, consents: DmarcSeen["consents"]): Finding[] {
  const name = dmarcName(of);
  const found = [text];
  const broken = reports.flatMap(({ tag, uris }) => uris.flatMap((uri) => (reportDomain(uri) === null ? [`${tag}=${uri}`] : [])));
  const asked = new Map(consents.map((consent) => [consent.name, consent.answer]));
  return [
    ...(reports.some(({ tag }) => tag === "rua")
      ? []
      : [finding("dmarc.no-reports", name, { found, publish: record(name, withTag(text, "rua", `mailto:postmaster@${of}`)) })]),
    ...broken.map((detail) => finding("dmarc.report-address", name, { found, detail })),
    ...consentsWanted(of, text).flatMap((consent) => {
      const answer = asked.get(consent.name);
      if (answer === undefined) return [];
      if (!isAnswered(answer)) return [finding("dmarc.report-untold", consent.name, { detail: whyUnanswered(answer) })];
      if (textsOf(answer, IS_DMARC).length > 0) return [];
      return [finding("dmarc.report-refused", consent.destination, { found, publish: record(consent.name, "v=DMARC1") })];
    }),
  ];
}

function ofDetails(name: string, { alignment, ignored, dropped }: DmarcRecord, text: string): Finding[] {
  const strict = (["dkim", "spf"] as const).filter((each) => alignment[each] === "strict");
  return [
    ...(strict.length > 0 ? [finding("dmarc.strict", name, { found: [text], detail: strict.join(" and ").toUpperCase() })] : []),
    ...ignored.map((tag) => finding("dmarc.tag-ignored", name, { found: [text], detail: `${tag}=` })),
    ...(dropped.length > 0 ? [finding("dmarc.tag-dropped", name, { found: [text], detail: dropped.join(", ") })] : []),
  ];
}

function dmarcName(domain: string): string {
  return `_dmarc.${domain}`;
}

function record(name: string, value: string): Publish {
  return { name, type: "TXT", value };
}
