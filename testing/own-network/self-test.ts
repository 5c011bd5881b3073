import type { CheckResult } from "#core/check/result.ts";
import { probeSmtp } from "#probes/smtp.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns, type DnsAnswer, type Family } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { hold, send } from "#testing/server/steps.ts";
import { createSelfTest } from "#worker/self-test.ts";
import { openedConnections } from "./opened-connections.ts";

/** A server is at the first, nobody listens at the second, and what is sent to the others vanishes. */
export const ACCEPTS = "8.8.8.8";
export const REFUSES = "8.8.4.4";
export const VANISHES = "9.9.9.9";
const VANISHES_V6 = "2a00:1450::9";
export const INSIDE = "10.0.0.9";

const NAMES: Record<string, (family: Family) => DnsAnswer> = {
  "accepts.example": (family) => (family === "A" ? [ACCEPTS] : [VANISHES_V6]),
  "vanishes.example": (family) => (family === "A" ? [VANISHES] : [VANISHES_V6]),
};

export async function scene() {
  const server = await play([send("220 mx.example\r\n"), hold], { host: ACCEPTS, port: 25 });
  const inside = await play(good, { host: ACCEPTS, port: 587 });
  const dns = await playDns((name, family) => NAMES[name]?.(family) ?? "nxdomain");
  const probe = (host: string, port: number, timeLimitMs: number) =>
    probeSmtp(
      { kind: "smtp", host, port, tls: "none", ehloName: "probe.example" },
      { timeLimitMs, dnsServers: [dns.address], allowPrivate: true },
    );
  /** What a check of the host comes to where the self-test has these references, and how many connections both opened. */
  const check = async (host: string, references: string[], port = 25, times = 1) => {
    const selfTest = createSelfTest(references, (target, timeLimitMs) =>
      probeSmtp(target, { timeLimitMs, dnsServers: [dns.address], allowPrivate: true }),
    );
    const openedBefore = openedConnections();
    const results: CheckResult[] = await Promise.all(
      Array.from({ length: times }, async () => selfTest.excuse(await probe(host, port, 500), port)),
    );
    const { status, reason, durationMs } = results[0]!;
    return { status, code: reason?.code, detail: reason?.detail, durationMs, opened: openedConnections() - openedBefore };
  };
  const outcome = {
    cutOff: await check(VANISHES, ["vanishes.example:25", `${REFUSES}:25`]),
    serverDown: await check(VANISHES, ["vanishes.example:25", "accepts.example:25"]),
    serverRefuses: await check(REFUSES, ["accepts.example:25"]),
    allRefuse: await check(REFUSES, [`${REFUSES}:25`]),
    privateDown: await check(INSIDE, ["vanishes.example:25"]),
    otherPort: await check(REFUSES, ["vanishes.example:25"], 587),
    unknownReferences: await check(VANISHES, ["nobody.example:25"]),
    noReferences: await check(VANISHES, []),
    onlyV6CutOff: await check(VANISHES_V6, ["accepts.example:25"]),
    atOnce: await check(VANISHES, [`${REFUSES}:25`], 25, 50),
    up: await check(ACCEPTS, [`${REFUSES}:587`], 587),
  };
  await Promise.all([server.close(), inside.close(), dns.close()]);
  return outcome;
}
