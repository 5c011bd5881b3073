import type { X509Certificate } from "node:crypto";
import { isIPv4 } from "node:net";
import pLimit from "p-limit";
import { bareResult } from "#core/check/bare-result.ts";
import type { WalkedPath } from "#core/check/join-paths.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import type { MetHost } from "#core/domain/join-hosts.ts";
import type { HostProblem, MailHost } from "#core/domain/mx-set.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import type { ShownCertificate } from "#core/posture/dane/tlsa-matches.ts";
import type { Reason } from "#core/reason/reason.ts";
import { guardAddresses } from "#network/address-guard.ts";
import { MOST_ADDRESSES } from "../connect.ts";
import type { ProbeOptions } from "../probe.ts";
import { walkSmtp } from "../smtp.ts";
import { shownCertificate } from "./shown-certificate.ts";

/** So many dialogues go on side by side, each with another address. */
const AT_ONCE = 10;

/** One dialogue takes so long at most, in ms: a dead server must not take the time of those that come after it. */
const DIALOGUE_LIMIT_MS = 15_000;

/** With less time than this nobody can tell a slow server from a check that ends, in ms. */
const LEAST_MS = 1_000;
const NO_TIME_LEFT: Reason = { code: "connect.busy", stage: "connect", reply: null, detail: "The check had no time left for it." };

/** A mail server as it was met, and the certificates it showed, its own first; null where it showed none. */
export type Met = MetHost & { chain: readonly ShownCertificate[] | null };

/** Meets each mail server of a domain on each of its addresses, up to TLS. `remainingMs` is what is left of the check's time. */
export function meetHosts(
  hosts: readonly MailHost[],
  target: DomainTarget,
  options: ProbeOptions,
  remainingMs: () => number,
): Promise<Met[]> {
  const limit = pLimit(AT_ONCE);
  const { now = Date.now } = options;
  const meet = async (host: MailHost): Promise<Met> => {
    const { name, preference, problem, detail } = host;
    if (problem !== null && problem !== "alias") {
      return { name, preference, chain: null, paths: [{ path: name, result: unmet(name, problem, detail, now()) }] };
    }
    const server: SmtpTarget = { kind: "smtp", host: name, port: target.port, tls: "starttls", ehloName: target.ehloName };
    let chain: Met["chain"] = null;
    const onCertificates = (certificates: readonly X509Certificate[]) => {
      chain ??= certificates.map(shownCertificate);
    };
    const walk = async (way: { name: string; addresses: string[] }): Promise<WalkedPath> => {
      const timeLimitMs = Math.min(DIALOGUE_LIMIT_MS, remainingMs());
      if (timeLimitMs < LEAST_MS) return { path: way.name, result: bareResult(NO_TIME_LEFT, now(), 0) };
      const result = await walkSmtp(server, way, { ...options, timeLimitMs, onCertificates });
      return { path: way.name, result: withProblem(host, withServer(server, result)) };
    };
    const paths = await Promise.all(waysTo(host, target.port, options).map((way) => limit(() => walk(way))));
    return { name, preference, paths, chain };
  };
  return Promise.all(hosts.map(meet));
}

/** One way for each address that may be connected to. Where none may, the one that is left goes nowhere and says so. */
function waysTo({ name, addresses }: MailHost, port: number, options: ProbeOptions): { name: string; addresses: string[] }[] {
  const { allowed } = guardAddresses({ host: name, port }, addresses, options);
  if (allowed.length === 0) return [{ name, addresses: [] }];
  return bothFamilies(allowed).map((address) => ({
    name: `${name} ${isIPv4(address) ? address : `[${address}]`}`,
    addresses: [address],
  }));
}

/** The first addresses, so that neither family crowds out the other. */
function bothFamilies(addresses: readonly string[]): string[] {
  const ipv4 = addresses.filter((address) => isIPv4(address));
  const ipv6 = addresses.filter((address) => !isIPv4(address));
  const mostIpv6 = Math.max(Math.floor(MOST_ADDRESSES / 2), MOST_ADDRESSES - ipv4.length);
  const chosen = ipv6.slice(0, mostIpv6);
  return [...ipv4.slice(0, MOST_ADDRESSES - chosen.length), ...chosen];
}

/** A reason says which server it is told of. */
function withServer({ kind, host, port, tls }: SmtpTarget, result: CheckResult): CheckResult {
  return { ...result, reason: result.reason && { ...result.reason, at: { kind, host, port, tls } } };
}

/** A server that works can still be named in a way that some senders do not follow. */
function withProblem({ name, problem, detail }: MailHost, result: CheckResult): CheckResult {
  if (problem !== "alias" || result.status !== "up") return result;
  const reason: Reason = { code: "mx.record", stage: "mx", reply: null, detail: `${name} is an alias of ${detail}.` };
  return { ...result, status: "degraded", reason };
}

type Unmet = Exclude<HostProblem, "alias">;

/** What came of a server that nobody could connect to: no mail goes there. */
function unmet(name: string, problem: Unmet, detail: string | null, startedAt: number): CheckResult {
  const result = bareResult(unmetReason(name, problem, detail), startedAt, 0);
  return { ...result, status: problem === "unanswered" ? "unknown" : "down" };
}

function unmetReason(name: string, problem: Unmet, detail: string | null): Reason {
  const reason = { stage: "mx" as const, reply: null };
  switch (problem) {
    case "literal":
      return { ...reason, code: "mx.record", detail: `${name} is an address, not a name.` };
    case "loopback":
      return { ...reason, code: "mx.record", detail: `${name} is the sender's own machine.` };
    case "no-such-name":
      return { ...reason, code: "mx.unresolvable", detail: "There is no such name." };
    case "no-address":
      return { ...reason, code: "mx.unresolvable", detail: "The name has no address." };
    case "unanswered":
      return { code: "dns.failed", stage: "dns", reply: null, detail };
  }
}
