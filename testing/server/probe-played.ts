import type { CheckResult } from "#core/check/result.ts";
import { runProbe, type ProbeOptions } from "#probes/probe.ts";
import { expectGone } from "./expect-gone.ts";
import { play } from "./play.ts";
import { playedTarget, type PlayedTarget } from "./played-target.ts";
import type { Dialogue } from "./steps.ts";

/** Short enough that a test of silence is quick, long enough for a busy machine. */
export const TIME_LIMIT_MS = 700;

/**
 * Plays a dialogue to the real probe over a real socket and returns what the probe saw. Throws where the probe did what the
 * dialogue does not have, or left its socket open.
 */
export async function probePlayed(
  dialogue: Dialogue,
  target: PlayedTarget = {},
  options: Partial<ProbeOptions> = {},
): Promise<CheckResult> {
  const server = await play(dialogue);
  try {
    const result = await runProbe(playedTarget(target, { host: "127.0.0.1", port: server.port }), {
      timeLimitMs: TIME_LIMIT_MS,
      dnsServers: [],
      allowPrivate: true,
      ...options,
    });
    await expectGone(server);
    return result;
  } finally {
    await server.close();
  }
}
