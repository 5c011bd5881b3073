import type { SmtpTarget } from "#core/monitor/monitor.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import { failSelfTest } from "#db/location/fail-self-test.ts";
import { passSelfTest } from "#db/location/pass-self-test.ts";
import type { Logger } from "./log.ts";
import type { Outage } from "./outage.ts";
import { pause } from "./pause.ts";
import type { SelfTestProbe } from "./self-test.ts";

const EVERY_MS = 30_000;
const LIMIT_MS = 5_000;
const SMTP_PORT = ":25";

const NO_RESOLVER: readonly ReasonCode[] = ["dns.timeout", "dns.servfail", "dns.refused", "dns.failed"];
const NO_CONNECTION: readonly ReasonCode[] = ["connect.timeout", "connect.unreachable", "connect.refused", "connect.no-route"];

/** What a location's own network shows: it works, or why it is cut off, or nothing. */
export type OwnNetwork = "works" | "cannot tell" | { cutOff: string };

/**
 * Tries the servers that accept connections whatever happens (`references`, host:port), those on port 25 where there are any. One that
 * accepts shows that the network works. Where none does, the resolver or the way out is broken, unless the names mean nothing here.
 */
export async function testNetwork(references: readonly string[], probe: SelfTestProbe): Promise<OwnNetwork> {
  const smtp = references.filter((each) => each.endsWith(SMTP_PORT));
  const asked = smtp.length > 0 ? smtp : references;
  const found = await Promise.all(asked.map((each) => tryReference(each, probe)));
  if (found.includes("accepts")) return "works";
  if (found.includes("no connection")) return { cutOff: `none of ${asked.join(", ")} accepts a connection` };
  return found.includes("no resolver") ? { cutOff: "its resolver does not answer" } : "cannot tell";
}

async function tryReference(
  reference: string,
  probe: SelfTestProbe,
): Promise<"accepts" | "no resolver" | "no connection" | "cannot tell"> {
  const at = reference.lastIndexOf(":");
  const [host, port] = [reference.slice(0, at), Number(reference.slice(at + 1))];
  const target: SmtpTarget = { kind: "smtp", host, port, tls: "none", ehloName: "localhost", until: "greeting" };
  const { facts, reason } = await probe(target, LIMIT_MS);
  if (facts.address !== null) return "accepts";
  if (reason !== null && NO_RESOLVER.includes(reason.code)) return "no resolver";
  return reason !== null && NO_CONNECTION.includes(reason.code) ? "no connection" : "cannot tell";
}

type Means = {
  locationId: number;
  references: readonly string[];
  mayBeOffline: boolean;
  probe: SelfTestProbe;
  outage: Outage;
  log: Logger;
};

/**
 * Tests the own network of this worker's location, now and every 30 s, and writes what it finds: one that is cut off is left out of turns
 * and votes until it works again. A location that `mayBeOffline` has no need of the references, and cannot tell before it has reached one.
 * Returns what ends it.
 */
export function testLocation({ locationId, references, mayBeOffline, probe, outage, log }: Means): () => Promise<void> {
  const stopping = new AbortController();
  let canTell = !mayBeOffline;
  let wasCutOff = false;

  const test = async () => {
    const found = await testNetwork(references, probe);
    if (found === "works") canTell = true;
    if (found === "cannot tell" || !canTell) return;
    const isCutOff = typeof found === "object";
    await (isCutOff ? failSelfTest(locationId, found.cutOff) : passSelfTest(locationId));
    outage.over();
    if (isCutOff !== wasCutOff)
      log.warn(isCutOff ? found : {}, isCutOff ? "this location is cut off" : "this location is not cut off any more");
    wasCutOff = isCutOff;
  };

  const run = async () => {
    while (!stopping.signal.aborted && references.length > 0) {
      await test().catch(outage.failed);
      await pause(EVERY_MS, stopping.signal);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
