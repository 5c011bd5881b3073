import type { HealthStatus, Status } from "../check/status.ts";
import type { ReasonCode } from "../reason/reason.ts";
import type { Run } from "./health.ts";

/** What a vote needs of a result. Instants are epoch milliseconds. */
export type Seen = { locationId: number; status: Status; reason: ReasonCode | null; startedAt: number; slotAt: number };

/** What one location says; null while its check is awaited. */
export type Say = { locationId: number; said: { status: Status; reason: ReasonCode | null; startedAt: number } | null };

/**
 * The locations that are asked about a contrary result, and what each has said by now. They check at the slot of the result, `slotAt`;
 * `askedAt` is when its check began. Both are epoch milliseconds. `earlier` are the checks that disagreed with the health in the votes before
 * these, which agreed and were too few to be sure.
 */
export type Votes = { slotAt: number; askedAt: number; says: Say[]; earlier?: Run };

/**
 * What votes come to: `open` while somebody is awaited who can still decide, `agreed` where most of those asked say the same status or, all
 * having answered, disagree with the health in the same direction; `refuted` where nobody is awaited and somebody says what the health
 * says, or most do; `unanswered` where nobody but those who disagree could tell.
 */
export type VoteOutcome =
  | { kind: "open" | "refuted" | "unanswered" }
  | { kind: "agreed"; status: Status; since: number; reason: ReasonCode | null };

/** Besides the location that saw the contrary result, so many are asked at most. */
const ASKED_AT_MOST = 2;
/** Votes that are not decided this long after they were asked for are taken anew, in milliseconds: some location does not answer. */
export const VOTE_WITHIN_MS = 60_000;

/**
 * Asks the other healthy locations of a monitor (`places`, their ids) about a result: the two that come after its own, so that all take
 * turns. Its own is among those asked where it is healthy itself. `earlier` are the checks that disagreed in the votes before. Null where
 * there is nobody else to ask.
 */
export function askOthers(seen: Seen, places: readonly number[], earlier?: Run): Votes | null {
  const after = (id: number) => (id > seen.locationId ? 0 : 1);
  const others = places
    .filter((id) => id !== seen.locationId)
    .toSorted((a, b) => after(a) - after(b) || a - b)
    .slice(0, ASKED_AT_MOST);
  if (others.length === 0) return null;
  const own = places.includes(seen.locationId) ? [sayOf(seen)] : [];
  return {
    slotAt: seen.slotAt,
    askedAt: seen.startedAt,
    says: [...own, ...others.map((locationId) => ({ locationId, said: null }))],
    ...(earlier && { earlier }),
  };
}

/** Whether a result is a vote that is waited for. */
export function isAwaited(votes: Votes | null | undefined, { locationId, slotAt }: Pick<Seen, "locationId" | "slotAt">): boolean {
  return votes?.slotAt === slotAt && votes.says.some((say) => say.locationId === locationId && say.said === null);
}

/** The locations whose checks are awaited. */
export function awaitedBy(votes: Votes): number[] {
  return votes.says.filter(({ said }) => said === null).map(({ locationId }) => locationId);
}

/** The votes with what a location says now, in place of what it said before; one that was not asked joins those who were. */
export function withSay(votes: Votes, seen: Seen): Votes {
  const isAsked = votes.says.some(({ locationId }) => locationId === seen.locationId);
  const says = votes.says.map((say) => (say.locationId === seen.locationId ? sayOf(seen) : say));
  return { ...votes, says: isAsked ? says : [...says, sayOf(seen)] };
}

/**
 * What votes come to against a confirmed status. A majority is more than half of those asked, whether they answered or not; one that says
 * `unknown` could not tell and does not vote.
 */
export function outcomeOf(votes: Votes, status: HealthStatus): VoteOutcome {
  const votesFor = votes.says.map(({ said }) => said).filter((said) => said !== null && said.status !== "unknown") as NonNullable<
    Say["said"]
  >[];
  const isMost = (count: number) => count > 1 && count * 2 > votes.says.length;
  for (const said of votesFor) {
    const same = votesFor.filter((each) => each.status === said.status);
    if (isMost(same.length)) return said.status === status ? { kind: "refuted" } : agreed(said.status, same);
  }
  if (awaitedBy(votes).length > 0) return { kind: "open" };
  const against = votesFor.filter((each) => each.status !== status);
  if (status !== "degraded" && isMost(against.length)) return agreed("degraded", against); // what lies between
  return { kind: against.length < votesFor.length ? "refuted" : "unanswered" };
}

/** Whether a location says something else than the health. One that says `unknown` could not tell. */
export function isAgainst({ said }: Say, status: HealthStatus): boolean {
  return said !== null && said.status !== "unknown" && said.status !== status;
}

/** The checks that disagree with the health in these votes and in those that agreed before them. */
export function against({ says, earlier }: Votes, status: HealthStatus): Run {
  const starts = says.filter((say) => isAgainst(say, status)).map(({ said }) => said!.startedAt);
  return { count: starts.length + (earlier?.count ?? 0), since: Math.min(...starts, earlier?.since ?? Infinity) };
}

/** Whether most of those asked agree by now. */
export function isAgreed(votes: Votes, status: HealthStatus): boolean {
  return outcomeOf(votes, status).kind === "agreed";
}

/** Whether a location says what the health says: then those who disagree are not alone in watching, and counting them proves nothing. */
export function isContradicted(votes: Votes | null, status: HealthStatus): boolean {
  return votes !== null && votes.says.some(({ said }) => said?.status === status);
}

/**
 * Who stood against the rest in votes that have ended: where they were refuted whoever disagreed with the health, else whoever agreed with
 * it. `isOutvoted` where most of those asked said otherwise.
 */
export function dissentOf(
  votes: Votes,
  status: HealthStatus,
  outcome: VoteOutcome,
): { locationIds: number[]; isOutvoted: boolean } {
  const known = votes.says.filter(({ said }) => said !== null && said.status !== "unknown");
  const isAlone = (say: Say) => (say.said?.status === status) === (outcome.kind === "agreed");
  const alone = outcome.kind === "agreed" || outcome.kind === "refuted" ? known.filter(isAlone) : [];
  return {
    locationIds: alone.map(({ locationId }) => locationId),
    isOutvoted: (known.length - alone.length) * 2 > votes.says.length,
  };
}

function sayOf({ locationId, status, reason, startedAt }: Seen): Say {
  return { locationId, said: { status, reason, startedAt } };
}

function agreed(status: Status, says: NonNullable<Say["said"]>[]): VoteOutcome {
  return { kind: "agreed", status, since: Math.min(...says.map(({ startedAt }) => startedAt)), reason: says.at(-1)!.reason };
}
