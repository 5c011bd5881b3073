import type { EscalationPolicy } from "./escalation-policy.ts";
import { reach, type Directory } from "./escalation-reach.ts";

/**
 * The channels by which a policy tells that a server is down, where every one of them is endangered, at an instant (epoch milliseconds): then
 * nobody may hear of it. None where at least one road is sound.
 */
export function onlyEndangered(policy: EscalationPolicy, directory: Directory, at: number): number[] {
  const found = policy.down.steps.flatMap(({ tell }) => reach(tell, directory, at)).map(({ channelId }) => channelId);
  return found.every((channelId) => directory.endangered.has(channelId)) ? [...new Set(found)] : [];
}
