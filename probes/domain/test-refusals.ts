import { randomBytes } from "node:crypto";
import type { ReplyCode } from "#core/check/reply.ts";
import type { CheckResult } from "#core/check/result.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import type { DomainTest } from "#core/domain/domain-tests.ts";
import type { MailHost } from "#core/domain/mx-set.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { finding, type Finding } from "#core/posture/finding.ts";
import type { ProbeOptions } from "../probe.ts";
import { probeSmtp } from "../smtp.ts";

/** One dialogue takes so long at most, in ms. */
const DIALOGUE_LIMIT_MS = 15_000;

/** So many of the servers are asked, the preferred first. */
const MOST_HOSTS = 5;

/**
 * Asks mail servers to take recipients that they should refuse, each test in a dialogue of its own that ends before DATA. A recipient elsewhere is
 * in a domain set aside for examples (RFC 2606), which takes no mail; one that does not exist has a name that nobody chose.
 */
export async function testRefusals(
  hosts: readonly MailHost[],
  target: DomainTarget,
  options: ProbeOptions,
  remainingMs: () => number,
): Promise<Finding[]> {
  const met = hosts.filter(({ addresses }) => addresses.length > 0).slice(0, MOST_HOSTS);
  const findings = met.map(async (host): Promise<Finding[]> => {
    const found: Finding[] = [];
    for (const test of target.tests) found.push(await ask(host, test, target, options, remainingMs()));
    return found;
  });
  return (await Promise.all(findings)).flat();
}

async function ask(
  { name }: MailHost,
  test: DomainTest,
  target: DomainTarget,
  options: ProbeOptions,
  leftMs: number,
): Promise<Finding> {
  const { host: domain, port, ehloName } = target;
  const recipient = test === "relay" ? "relay-test@example.com" : `no-such-user-${randomBytes(6).toString("hex")}@${domain}`;
  const asking: SmtpTarget = {
    kind: "smtp",
    host: name,
    port,
    tls: "starttls",
    ehloName,
    trust: {},
    until: "accept",
    envelope: { from: `postmaster@${ehloName}`, refused: recipient },
  };
  const result = await probeSmtp(asking, { ...options, timeLimitMs: Math.max(1, Math.min(DIALOGUE_LIMIT_MS, leftMs)) });
  return judged(name, test, recipient, result);
}

const CODES = {
  relay: { taken: "refusals.relay-taken", refused: "refusals.relay-refused" },
  "unknown-user": { taken: "refusals.unknown-taken", refused: "refusals.unknown-refused" },
} as const;

/** What Postfix answers to mail for strangers where nobody set it up otherwise: for now, but it will not take it later either. */
const RELAY_DENIED = 454;

/** Only a final answer to RCPT tells anything. */
function judged(name: string, test: DomainTest, recipient: string, { reason, stages }: CheckResult): Finding {
  const { code = null, text = "" } = stages.find(({ stage }) => stage === "rcpt")?.reply ?? {};
  const found = code === null ? [] : [`RCPT TO:<${recipient}>`, `${code} ${text}`];
  if (isRefusal(test, code)) return finding(CODES[test].refused, name, { found });
  if (reason?.code === "rcpt.not-refused") return finding(CODES[test].taken, name, { found });
  const detail = reason === null ? `it answered ${code}.` : `${reasonHeadline(reason.code, reason.reply?.code ?? null)}.`;
  return finding("refusals.untold", name, { found, detail });
}

function isRefusal(test: DomainTest, code: ReplyCode | null): boolean {
  return typeof code === "number" && (code >= 500 || (test === "relay" && code === RELAY_DENIED));
}
