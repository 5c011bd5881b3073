import { isIPv4 } from "node:net";
import { classifyAddress } from "#core/check/address-class.ts";
import type { CheckResult } from "#core/check/result.ts";
import { CONFIRM_AFTER_S, type Reach, type SmtpTarget } from "#core/monitor/monitor.ts";
import { statusOfReason } from "#core/reason/reason-status.ts";
import type { ReasonCode } from "#core/reason/reason.ts";

/** Looks at a target for the self-test, as a check of it would. */
export type SelfTestProbe = (target: SmtpTarget, timeLimitMs: number) => Promise<CheckResult>;

/** Tells a server that is down from a port that is closed to this location. */
export type SelfTest = {
  /** The result, or where its port is closed here, the result that says so. */
  excuse(result: CheckResult, port: number): Promise<CheckResult>;
};

type Family = Extract<Reach, "ipv4" | "ipv6">;
type Found = "accepts" | "does not" | "cannot tell";

/** One test of a port counts for this long: no longer than until a contrary result is confirmed, for the network may be gone since. */
const TESTED_EVERY_MS = CONFIRM_AFTER_S * 1000;
/** A check that failed waits for no longer than this. */
const LIMIT_MS = 3_000;

/** What a closed port looks like from this side of it. */
const LOOKS_CLOSED: readonly ReasonCode[] = ["connect.timeout", "connect.unreachable", "connect.refused"];

/**
 * A check of a public server that does not accept connections makes the location test itself: the references (host:port) of that port are
 * tried in the same address family, at most every ten seconds. Where some can be tried and none accepts, it is the location that is cut off.
 */
export function createSelfTest(references: readonly string[], probe: SelfTestProbe): SelfTest {
  const tests = new Map<string, { closed: Promise<boolean>; testedAtMs: number }>();

  const isClosed = (port: number, family: Family): Promise<boolean> => {
    const key = `${port} ${family}`;
    const last = tests.get(key);
    if (last !== undefined && performance.now() - last.testedAtMs < TESTED_EVERY_MS) return last.closed;
    const closed = test(hostsAt(references, port), port, family, probe);
    tests.set(key, { closed, testedAtMs: performance.now() });
    return closed;
  };

  return {
    async excuse(result, port) {
      const hosts = hostsAt(references, port);
      const families = hosts.length === 0 ? [] : familiesThatFailed(result);
      if (families.length === 0) return result;
      const closed = await Promise.all(families.map((family) => isClosed(port, family)));
      return closed.every(Boolean) ? closedHere(result, hosts) : result;
    },
  };
}

/** The families in which a public server could not be reached; none where that is not what went wrong. */
function familiesThatFailed({ status, reason, facts }: CheckResult): Family[] {
  if (status !== "down" || reason === null || !LOOKS_CLOSED.includes(reason.code)) return [];
  const tried = (facts.attempts ?? []).map(({ address }) => address);
  if (tried.some((address) => classifyAddress(address) !== "public")) return [];
  return [...new Set(tried.map((address) => (isIPv4(address) ? "ipv4" : "ipv6")))];
}

async function test(hosts: string[], port: number, family: Family, probe: SelfTestProbe): Promise<boolean> {
  const tried = hosts.map(async (host): Promise<Found> => {
    const target: SmtpTarget = { kind: "smtp", host, port, tls: "none", ehloName: "localhost", reach: family, until: "greeting" };
    const { facts, reason } = await probe(target, LIMIT_MS);
    if (facts.address !== null) return "accepts";
    return reason !== null && LOOKS_CLOSED.includes(reason.code) ? "does not" : "cannot tell";
  });
  return new Promise((resolve, reject) => {
    for (const each of tried) each.then((found) => found === "accepts" && resolve(false), reject);
    Promise.all(tried).then((found) => resolve(found.includes("does not")), reject);
  });
}

function closedHere(result: CheckResult, hosts: string[]): CheckResult {
  const detail = `${result.reason?.detail ?? "No connection"}; and neither does ${hosts.join(" or ")}`;
  const code = "connect.port-closed-here";
  return { ...result, status: statusOfReason(code), reason: { code, stage: "connect", reply: null, detail } };
}

function hostsAt(references: readonly string[], port: number): string[] {
  return references.filter((each) => each.endsWith(`:${port}`)).map((each) => each.slice(0, each.lastIndexOf(":")));
}
