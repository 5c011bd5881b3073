import type { DenyList } from "#core/monitor/deny-list.ts";
import { env } from "#env.ts";
import { runProbe } from "#probes/probe.ts";
import { createAddressTurns } from "./address-turns.ts";
import { clock } from "./clock.ts";
import type { Logger } from "./log.ts";
import type { Outage } from "./outage.ts";
import { ownBounds } from "./own-bounds.ts";
import { createSelfTest, type SelfTestProbe } from "./self-test.ts";
import type { ShowingProbe } from "./serve-trials.ts";
import { watchStandstill } from "./standstill.ts";

/** In a minute, to one address, where strangers decide what is watched. */
const CONNECTIONS_PER_MINUTE = 60;

/**
 * The probe as this worker runs it: within bounds, to nobody who is `denied`, when it is its turn, and with a result that knows whether the port
 * is closed here, or the worker stood still. `stop` waits until its turns are given back.
 */
export async function startProbing(
  workerId: string,
  denied: DenyList,
  outage: Outage,
  log: Logger,
): Promise<{ probe: ShowingProbe; tryReference: SelfTestProbe; stop(): Promise<void> }> {
  const bounds = await ownBounds(env.MONITOR_PORTS, log);
  const turns = createAddressTurns(workerId, env.CONNECTIONS_PER_MINUTE ?? (env.EMBEDDED ? 0 : CONNECTIONS_PER_MINUTE), outage);

  const probe: ShowingProbe = (target, options) =>
    runProbe(target, {
      ...bounds,
      denied,
      dnsServers: env.DNS_SERVERS,
      secondDnsServers: env.DNS_SECOND_SERVERS,
      rdapBootstrap: env.RDAP_BOOTSTRAP,
      takeTurn: turns.takeTurn,
      now: clock.now,
      ...options,
    });
  const tryReference: SelfTestProbe = (target, timeLimitMs) => probe(target, { timeLimitMs });
  const selfTest = createSelfTest(env.SELF_TEST_SERVERS, tryReference);
  const standstill = watchStandstill();
  return {
    probe: async (target, options) => selfTest.excuse(standstill.excuse(await probe(target, options)), target.port),
    tryReference,
    stop: async () => {
      standstill.stop();
      await turns.stop();
    },
  };
}
