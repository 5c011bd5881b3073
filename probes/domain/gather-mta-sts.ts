import { dataOf } from "#core/posture/looked.ts";
import type { MtaStsSeen } from "#core/posture/mta-sts.ts";
import { POLICY_BYTES, policyUrl, type PolicyFetched } from "#core/posture/mta-sts/policy-fetched.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import { askHttp } from "#network/http-client.ts";
import type { ProbeOptions } from "../probe.ts";
import type { Met } from "./meet-hosts.ts";

/** One minute is what RFC 8461 section 3.3 gives it; the check has less. */
const FETCH_LIMIT_MS = 15_000;

/** Looks up whether a domain has a policy for TLS, fetches it where it does, and says of each mail server whether such senders would deliver there. */
export async function gatherMtaSts(
  domain: string,
  met: Promise<readonly Met[]>,
  resolver: Pick<Resolver, "ask">,
  options: ProbeOptions,
  leftMs: () => number,
): Promise<MtaStsSeen> {
  const answer = await resolver.ask(`_mta-sts.${domain}`, "TXT");
  const isThere = dataOf(answer, "TXT").some((text) => text.startsWith("v=STSv1"));
  const fetched = isThere ? await fetchPolicy(domain, options, Math.max(1, Math.min(FETCH_LIMIT_MS, leftMs()))) : null;
  const mx = (await met).map((host) => ({ host: host.name, tlsTrouble: tlsTroubleOf(host) }));
  return { domain, answer, fetched, mx, previous: options.stsBefore ?? null };
}

/** Fetches the policy by the rules of RFC 8461 section 3.3: one request with a certificate that holds for the name, and no redirects. */
export async function fetchPolicy(domain: string, options: ProbeOptions, timeLimitMs: number): Promise<PolicyFetched> {
  const outcome = await askHttp({ method: "GET", url: policyUrl(domain) }, { ...options, ports: [HTTPS_PORT], timeLimitMs });
  if (!outcome.answered) return unanswered(outcome.failure, outcome.detail);
  const { status, headers, body, isWhole } = outcome;
  if (status >= 300 && status < 400) return { outcome: "redirect", status, location: headers.location ?? null };
  if (status !== 200) return { outcome: "status", status };
  if (!isWhole) {
    return Buffer.byteLength(body) >= POLICY_BYTES
      ? { outcome: "too-large" }
      : { outcome: "unreachable", detail: "the answer broke off" };
  }
  const contentType = headers["content-type"] ?? null;
  const isText = contentType !== null && /^text\/plain\s*(?:;|$)/i.test(contentType);
  return isText ? { outcome: "fetched", body } : { outcome: "content-type", contentType, body };
}

const HTTPS_PORT = 443;

function unanswered(failure: string, detail: string): PolicyFetched {
  if (failure === "timeout" || failure === "busy" || failure === "blocked") return { outcome: failure };
  return failure === "tls" ? { outcome: "certificate", detail } : { outcome: "unreachable", detail };
}

/** What a sender that checks TLS would turn away for at a server; null where nothing is wrong, or it was not met. */
function tlsTroubleOf({ paths }: Met): string | null {
  const greeted = paths.filter(({ result }) => result.facts.banner !== null).map(({ result }) => result);
  for (const { facts, reason } of greeted) {
    if (reason?.code.startsWith("tls.") && reason.code !== "tls.expiring") return reason.detail ?? reason.code;
    if (facts.tls === null) return "it offers no STARTTLS";
  }
  return null;
}
