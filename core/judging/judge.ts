import { incidentChange, type IncidentChange } from "../incident/incident-change.ts";
import type { IncidentFrom } from "../monitor/monitor.ts";
import { confirmAfter, confirmWithoutAnswer } from "./confirm.ts";
import { gapBefore } from "./gap.ts";
import { changed, type Health, type Transition } from "./health.ts";
import { awaitedBy, isAwaited, type Seen, type VoteOutcome, type Votes } from "./vote.ts";
import { isTooEarly, weigh, type Weighed } from "./weigh.ts";

/** What judging needs of a result. Instants are epoch milliseconds; `retryAt` is when the server wants to be asked again, if it says so. */
export type Judged = Seen & { retryAt?: number };

/** What judging needs of a monitor's policy. */
export type JudgingPolicy = { confirmations: number; intervalS: number; incidentFrom: IncidentFrom };

/**
 * A check ahead of the schedule: `vote` is what a location is asked for, at the slot of the contrary result; `again` is a look from the same
 * place, at a slot to come. `slotAt` is epoch milliseconds, a whole second.
 */
export type Look = { kind: "vote" | "again"; locationId: number; slotAt: number };

/**
 * What one result changes: the new health, the changes of health in order (a gap before the result can make one of its own), what
 * becomes of the monitor's incident, and who is to look again where the result wants confirmation or the server wants to be asked again.
 * `vote` is what locations said that were asked, where the result has brought it to an end.
 */
export type Judgement = {
  health: Health;
  transitions: Transition[];
  incident: IncidentChange | null;
  looks: Look[];
  vote: { votes: Votes; outcome: VoteOutcome } | null;
};

/**
 * Judges one result. Good news after not knowing counts at once. Every other change is put to the vote of the monitor's other healthy
 * locations (`places`: the ids of all that have a live worker and a network of their own that works), where there are any, and counts when
 * most of those asked say the same; else it counts when it was seen once and then `policy.confirmations` times more, in a row. Where results
 * disagree with the status in turns it becomes what lies between. A server that greylists is asked again at its time, and nothing it says
 * before counts. A result that is not newer than the last one and no vote that is waited for changes nothing, so judging twice changes
 * nothing. While a monitor is paused or in maintenance nothing is judged.
 */
export function judge(
  health: Health,
  result: Judged,
  policy: JudgingPolicy,
  isIncidentOpen: boolean,
  places: readonly number[] = [],
): Judgement {
  if (!isWatched(health) || !isNews(health, result)) return { health, transitions: [], incident: null, looks: [], vote: null };

  const gap = gapBefore(health, policy.intervalS, result.slotAt);
  const before = gap === null ? health : changed(health, gap);
  const weighed = weigh(before, result, policy, places);
  const { after, transition } = weighed;
  const retryAt = isTooEarly(before, result) ? before.retryAt : (result.retryAt ?? null);
  const lastSlotAt = Math.max(result.slotAt, health.lastSlotAt ?? 0);
  return {
    health: { ...after, lastSlotAt, retryAt },
    transitions: [gap, transition].filter((change) => change !== null),
    incident: incidentChange(after, transition, policy.incidentFrom, isIncidentOpen, result.startedAt),
    looks: looksAfter(weighed, result, policy.intervalS, retryAt, lastSlotAt),
    vote: weighed.vote,
  };
}

function isWatched(health: Health): boolean {
  return health.status !== "paused" && health.status !== "maintenance";
}

function isNews(health: Health, result: Judged): boolean {
  return health.lastSlotAt === null || result.slotAt > health.lastSlotAt || isAwaited(health.contrary?.votes, result);
}

/** Looks at slots that are still news when they come, even where a slot was judged ahead of its time. */
function looksAfter(
  { after, asks, lookFrom }: Weighed,
  result: Judged,
  intervalS: number,
  retryAt: number | null,
  lastSlotAt: number,
): Look[] {
  const votes = after.contrary?.votes ?? null;
  const asked: Look[] =
    asks && votes ? awaitedBy(votes).map((locationId) => ({ kind: "vote", locationId, slotAt: votes.slotAt })) : [];
  const locationId = lookFrom ?? result.locationId;
  const again = (at: number | null): Look[] =>
    at === null ? [] : [{ kind: "again", locationId, slotAt: Math.max(at, lastSlotAt + 1_000) }];
  if (retryAt !== null) return [...asked, ...again(confirmAfter(result.startedAt, retryAt))];
  if (asks && votes) return [...asked, ...again(confirmWithoutAnswer(votes.askedAt, intervalS))];
  return lookFrom === null ? [] : again(confirmAfter(result.startedAt, null));
}
