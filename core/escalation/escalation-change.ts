import type { EscalationPolicy } from "./escalation-policy.ts";
import { reach, type Address, type Directory } from "./escalation-reach.ts";
import { awakeAfter } from "./quiet-hours.ts";

/**
 * Who is told of a change noticed at an instant, and when (epoch milliseconds): at once, or when quiet hours are over, by whoever is on call
 * then. A change that would reach nobody goes to the monitor's own channels.
 */
export function tellOfChange(policy: EscalationPolicy, directory: Directory, at: number): { to: Address[]; at: number } {
  const tellAt = awakeAfter(policy.quietHours, at, 0);
  const to = reach(policy.change ?? policy.down.steps[0]!.tell, directory, tellAt);
  return { to: to.length > 0 ? to : reach([{ channelsOf: "monitor" }], directory, tellAt), at: tellAt };
}
