import type { Looked } from "../dns/answer.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { isAnswered, textsOf, whyUnanswered } from "./looked.ts";
import { hostMatches } from "./mta-sts/host-matches.ts";
import { policyUrl, type PolicyFetched } from "./mta-sts/policy-fetched.ts";
import { isSamePolicy, readPolicy, type StsPolicy } from "./mta-sts/read-policy.ts";
import { readTagList } from "./tag-list.ts";

/**
 * What is known of a domain's MTA-STS: the TXT record at `_mta-sts`, what came of fetching the policy (null where there is no record to fetch it
 * for), the MX hosts with what a sender that checks TLS would turn away for (null where nothing is wrong, or nobody looked), and what was seen
 * before.
 */
export type MtaStsSeen = {
  domain: string;
  answer: Looked<"TXT">;
  fetched: PolicyFetched | null;
  mx: readonly { host: string; tlsTrouble: string | null }[];
  previous: StsSighting | null;
};

/** What a later look compares with. */
export type StsSighting = { id: string; policy: StsPolicy };

const IS_STS = /^v=STSv1[ \t]*(?:;|$)/;
const WEEK_S = 7 * 86_400;

/** The id and the policy as they are now, to be kept for the next look; null where either cannot be read. */
export function stsSighting({ answer, fetched }: Pick<MtaStsSeen, "answer" | "fetched">): StsSighting | null {
  const texts = textsOf(answer, IS_STS);
  const id = texts.length === 1 ? idOf(texts[0]!) : null;
  const policy = bodyOf(fetched) === null ? null : readPolicy(bodyOf(fetched)!).policy;
  return id === null || policy === null ? null : { id, policy };
}

/** Nobody has so many mail servers by name; a longer policy is not kept. */
const MOST_KEPT = 100;

/**
 * What the next look compares with. Of one id it is the policy that was first seen with it: senders keep that one until there is another id, however
 * often the policy changes under it.
 */
export function stsToKeep(seen: Pick<MtaStsSeen, "answer" | "fetched" | "previous">): StsSighting | null {
  const now = stsSighting(seen);
  if (now === null || now.id === seen.previous?.id) return seen.previous;
  return now.policy.mx.length > MOST_KEPT ? null : now;
}

/** What there is to say of a domain's MTA-STS (RFC 8461). */
export function mtaSts(seen: MtaStsSeen): Finding[] {
  const name = `_mta-sts.${seen.domain}`;
  const { answer, fetched } = seen;
  if (!isAnswered(answer)) return [finding("mta-sts.untold", name, { detail: whyUnanswered(answer) })];
  const texts = textsOf(answer, IS_STS);
  if (texts.length > 1) return [finding("mta-sts.several", name, { found: texts })];
  if (texts[0] === undefined) return [finding("mta-sts.absent", name)];
  const findings: Finding[] = [];
  if (idOf(texts[0]) === null) findings.push(finding("mta-sts.syntax", name, { found: texts, detail: problemOf(texts[0]) }));
  if (fetched === null) return findings;

  const body = bodyOf(fetched);
  if (fetched.outcome !== "fetched") findings.push(ofFetch(seen.domain, fetched));
  if (body === null) return findings;
  const { policy, problems } = readPolicy(body);
  const found = body.split(/\r?\n/, 14).filter((line) => line !== "");
  const at = policyUrl(seen.domain);
  if (policy === null) return [...findings, finding("mta-sts.policy-syntax", at, { found, detail: problems.join("; ") })];
  findings.push(...ofId(seen, name, texts[0]));
  if (policy.mode === "none") return [...findings, finding("mta-sts.mode-none", at, { found })];
  const all = [...findings, ...ofPolicy(policy, at, found), ...seen.mx.flatMap((mx) => ofHost(mx, policy, found))];
  return orGood(finding("mta-sts.good", seen.domain, { found: [...texts, ...found], detail: "mode: enforce" }), all);
}

/** A policy that comes as another type is read all the same: most senders do. */
function bodyOf(fetched: PolicyFetched | null): string | null {
  return fetched?.outcome === "fetched" || fetched?.outcome === "content-type" ? fetched.body : null;
}

function idOf(text: string): string | null {
  const { tags, problems } = readTagList(text);
  const id = tags.get("id") ?? "";
  return problems.length === 0 && /^[a-z0-9]{1,32}$/i.test(id) ? id : null;
}

function problemOf(text: string): string {
  const [problem] = readTagList(text).problems;
  return problem ?? "id= is not 1 to 32 letters and digits";
}

function ofFetch(domain: string, fetched: Exclude<PolicyFetched, { outcome: "fetched" }>): Finding {
  const at = policyUrl(domain);
  switch (fetched.outcome) {
    case "status":
      return finding("mta-sts.policy-status", at, { detail: `HTTP ${fetched.status}` });
    case "redirect":
      return finding("mta-sts.policy-redirect", at, { detail: `HTTP ${fetched.status} to ${fetched.location ?? "nowhere"}` });
    case "content-type":
      return finding("mta-sts.policy-content-type", at, { detail: fetched.contentType ?? "no type at all" });
    case "certificate":
      return finding("mta-sts.policy-certificate", at, { detail: fetched.detail });
    case "too-large":
      return finding("mta-sts.policy-too-large", at);
    case "timeout":
      return finding("mta-sts.policy-unreachable", at, { detail: "no answer in time" });
    case "unreachable":
      return finding("mta-sts.policy-unreachable", at, { detail: fetched.detail });
    case "busy":
      return finding("mta-sts.untold", at, { detail: "we ask that server about other domains just now" });
    case "blocked":
      return finding("mta-sts.policy-blocked", at);
  }
}

/** Senders look at the policy again only when the id is another one (RFC 8461 section 3.1). */
function ofId(seen: MtaStsSeen, name: string, text: string): Finding[] {
  const now = stsSighting(seen);
  if (now === null || seen.previous === null) return [];
  const isSameId = now.id === seen.previous.id;
  const isSame = isSamePolicy(now.policy, seen.previous.policy);
  if (isSameId && !isSame) return [finding("mta-sts.id-stale", name, { found: [text], detail: now.id })];
  if (!isSameId && isSame) return [finding("mta-sts.id-only", name, { found: [text], detail: `${seen.previous.id} to ${now.id}` })];
  return [];
}

function ofPolicy({ mode, maxAgeS }: StsPolicy, at: string, found: string[]): Finding[] {
  return [
    ...(mode === "testing" ? [finding("mta-sts.testing", at, { found })] : []),
    ...(maxAgeS < WEEK_S ? [finding("mta-sts.max-age-short", at, { found, detail: `max_age: ${maxAgeS}` })] : []),
  ];
}

/** What senders do with a host: those that enforce the policy turn away from one it does not name, or whose TLS does not hold. */
function ofHost({ host, tlsTrouble }: MtaStsSeen["mx"][number], { mode, mx }: StsPolicy, found: string[]): Finding[] {
  const isEnforced = mode === "enforce";
  if (!mx.some((pattern) => hostMatches(host, pattern))) {
    return [finding(isEnforced ? "mta-sts.mx-uncovered" : "mta-sts.mx-uncovered-testing", host, { found, detail: `mx: ${host}` })];
  }
  if (tlsTrouble === null) return [];
  return [finding(isEnforced ? "mta-sts.mx-refused" : "mta-sts.mx-refused-testing", host, { found, detail: tlsTrouble })];
}
