import type { CheckResult } from "#core/check/result.ts";
import { runProbe, type ProbeOptions } from "#probes/probe.ts";
import { expectGone } from "#testing/server/expect-gone.ts";
import { playedTarget } from "#testing/server/played-target.ts";
import { type Behaviour, TENTH_LIMIT_MS, TENTH_STAGE_LIMITS_MS } from "./behaviour.ts";
import { CORPUS_AUTHORITY, CORPUS_RSA_AUTHORITY } from "./certificates.ts";
import { openStage, type StageAddress } from "./open-stage.ts";

const OUR_AUTHORITIES = [CORPUS_AUTHORITY.cert, CORPUS_RSA_AUTHORITY.cert];

/** Plays a behaviour to the real probe. Throws where the probe says what the dialogue does not have, or leaves its socket open. */
export async function probeBehaviour(behaviour: Behaviour): Promise<CheckResult> {
  const stage = await openStage(behaviour);
  try {
    const result = await probeStage(behaviour, stage, { extraCas: OUR_AUTHORITIES });
    await expectGone(stage);
    return result;
  } finally {
    await stage.close();
  }
}

/** Lets the real probe meet a behaviour that is being played, here or elsewhere, under the authorities (`extraCas`) of that place. */
export function probeStage(
  { target = {}, secret, memory }: Behaviour,
  { host, port, dnsServers, secondDnsServers }: StageAddress,
  options: Partial<ProbeOptions>,
): Promise<CheckResult> {
  return runProbe(playedTarget({ ...target, host, port }, { host, port }), {
    timeLimitMs: TENTH_LIMIT_MS,
    stageLimitsMs: TENTH_STAGE_LIMITS_MS,
    dnsServers,
    secondDnsServers,
    allowPrivate: true,
    secret: secret ?? null,
    memory,
    ...options,
  });
}
