import type { CheckResult } from "#core/check/result.ts";
import { runProbe, type ProbeOptions } from "#probes/probe.ts";
import { playDns } from "../server/play-dns.ts";
import { playedTarget, type PlayedTarget } from "../server/played-target.ts";
import { type RealServer, SERVER_NAME } from "./door.ts";

/** Longer than a postscreen makes its clients wait. */
const TIME_LIMIT_MS = 20_000;

/** Runs the real probe against a door of a real server, which it finds by the name on the certificates. `root` (PEM) is trusted. */
export async function probeReal<Name extends string>(
  { address, ports }: RealServer<Name>,
  door: NoInfer<Name>,
  root: string,
  target: PlayedTarget,
  options: Partial<ProbeOptions> = {},
): Promise<CheckResult> {
  const dns = await playDns((name, family) => (name === SERVER_NAME && family === "A" ? [address] : []));
  try {
    return await runProbe(playedTarget(target, { host: SERVER_NAME, port: ports[door] }), {
      timeLimitMs: TIME_LIMIT_MS,
      dnsServers: [dns.address],
      allowPrivate: true,
      extraCas: [root],
      ...options,
    });
  } finally {
    await dns.close();
  }
}
