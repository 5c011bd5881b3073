import type { CheckResult } from "#core/result.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { TENTH_LIMIT_MS, TENTH_STAGE_LIMITS_MS, type Behaviour } from "./behaviour.ts";
import { CORPUS_AUTHORITY } from "./starttls.ts";

/** Plays a behaviour to the real probe. Throws where the probe says what the dialogue does not have, or leaves its socket open. */
export function probeBehaviour({ dialogue, target, secret }: Behaviour): Promise<CheckResult> {
  return probePlayed(dialogue, target, {
    timeLimitMs: TENTH_LIMIT_MS,
    stageLimitsMs: TENTH_STAGE_LIMITS_MS,
    extraCas: [CORPUS_AUTHORITY.cert],
    secret: secret ?? null,
  });
}
