import { durationShort } from "../text/duration.ts";
import { ladderFor, type EscalationPolicy, type Tell } from "./escalation-policy.ts";
import { reach, type Directory } from "./escalation-reach.ts";
import { tellsWords, type Called } from "./policy-words.ts";

/** Stands for the channels of whatever monitor it is. */
const OF_ANY = 0;

/**
 * What is wrong with whom a policy reaches at an instant (epoch milliseconds), a sentence for each: steps with nobody who could be told. Where it
 * is not said which channels its monitor has they are taken to be there.
 */
export function reachTroubles(
  policy: EscalationPolicy,
  people: Omit<Directory, "monitorChannelIds">,
  called: Called,
  at: number,
  monitorChannelIds: readonly number[] | null = null,
): string[] {
  const channels = monitorChannelIds ? people.channels : new Map([...people.channels, [OF_ANY, "email" as const]]);
  const directory = { ...people, channels, monitorChannelIds: monitorChannelIds ?? [OF_ANY] };
  const isReached = (tell: readonly Tell[]) => reach(tell, directory, at).length > 0;
  const { steps } = ladderFor(policy, "down");
  const warnings = policy.degraded?.steps ?? [];
  const lost = [
    ...steps.map((step) => ({ of: "", ...step })),
    ...warnings.map((step) => ({ of: " for warnings", ...step })),
  ].filter(({ tell }) => !isReached(tell));
  const sentences = lost.map(({ of, afterS, tell }) => {
    const when = afterS === 0 ? "at once" : `after ${durationShort(afterS * 1000)}`;
    return `The step${of} ${when} reaches nobody now: ${tellsWords(tell, called)} cannot be told. The next step is taken instead.`;
  });
  if (policy.change && !isReached(policy.change))
    sentences.push("Changes reach nobody now: the monitor's channels are told instead.");
  const isAnybodyLeft = isReached([{ channelsOf: "monitor" }]);
  const lastWords = `No step reaches anybody: ${isAnybodyLeft ? "the monitor's own channels are told instead" : "nobody is told"}.`;
  return steps.every(({ tell }) => !isReached(tell)) ? [...sentences, lastWords] : sentences;
}
