import { confirmedBy } from "./confirm.ts";
import { changed, type Contrary, type Health, type Transition } from "./health.ts";
import type { Judged, Judgement, JudgingPolicy } from "./judge.ts";
import {
  against,
  askOthers,
  isAgainst,
  isAgreed,
  isAwaited,
  isContradicted,
  outcomeOf,
  VOTE_WITHIN_MS,
  withSay,
  type Votes,
} from "./vote.ts";

/**
 * What a result does to the health. `asks` where other locations were asked just now; `lookFrom` is the location to look again from, where
 * the result leaves something to confirm; `vote` is the vote it has brought to an end.
 */
export type Weighed = {
  after: Health;
  transition: Transition | null;
  asks: boolean;
  lookFrom: number | null;
  vote: Judgement["vote"];
};

type Confirmed = { status: Contrary["status"]; since: number; reason: Contrary["reason"] };

/** Weighs a result against the confirmed status, and against what waits for confirmation. */
export function weigh(health: Health, result: Judged, policy: JudgingPolicy, places: readonly number[]): Weighed {
  const votes = health.contrary?.votes ?? null;
  if (votes !== null && isOpen(votes, health, result)) return weighVote(health, votes, result, policy, places);
  if (!isHealthy(result, places)) return putToVote(health, result, places, 0);
  if (result.status === health.status) return settled(agreeing(health, result));

  if (votes !== null && isAgreed(votes, health.status) && isWorthAsking(result)) {
    const asked = askOthers(result, places, against(votes, health.status));
    if (asked !== null) return putTo(asked, health, result, 1);
  }
  const before = isContradicted(votes, health.status) ? { ...health, contrary: null } : health;
  const confirmed = byNumber(before, counted(before, result, 1), result, policy);
  return confirmed ?? putToVote(before, result, places, 1);
}

/** Whether a server that wants to be asked again later was asked before that, and says so again. */
export function isTooEarly({ retryAt }: Health, result: Judged): boolean {
  return retryAt !== null && result.retryAt !== undefined && result.startedAt < retryAt;
}

/** A result while other locations are being asked: what its own location says takes part. */
function weighVote(health: Health, votes: Votes, result: Judged, policy: JudgingPolicy, places: readonly number[]): Weighed {
  const before = health.contrary!;
  if (!isHealthy(result, places)) return settled(health);
  const said = withSay(votes, result);
  const contrary = contraryAfter(health, before, result);
  if (health.status === "unknown") {
    const goodNews = byNumber(health, contrary, result, { ...policy, confirmations: Infinity });
    if (goodNews) return goodNews;
  }
  const outcome = outcomeOf(said, health.status);
  const vote = { votes: said, outcome };
  const waiting = { ...health, contrary: { ...contrary, votes: said } };
  if (outcome.kind === "open") return settled(waiting);
  if (outcome.kind === "refuted") return { ...settled({ ...health, contrary: null }), vote };
  if (outcome.kind === "agreed") {
    const seen = against(said, health.status);
    if (seen.count <= policy.confirmations) return agreedSoFar(waiting, votes, said, result);
    const since = outcome.status === before.status ? Math.min(before.since, seen.since) : outcome.since;
    return { ...turned(health, { ...outcome, since }, result), vote };
  }
  const unanswered = { ...contrary, votes: null };
  const lookFrom = said.says.find((say) => say.said?.status === contrary.status)?.locationId ?? result.locationId;
  const confirmed = byNumber(health, unanswered, result, policy);
  return confirmed ? { ...confirmed, vote } : { ...settled({ ...health, contrary: unanswered }), lookFrom, vote };
}

/**
 * Most of those asked agree, but with so few checks that each may have been lost on its way: the vote is taken once more, beginning with the
 * last of those who agree.
 */
function agreedSoFar(waiting: Health, votes: Votes, said: Votes, { locationId }: Judged): Weighed {
  if (isAgreed(votes, waiting.status)) return settled(waiting); // and is about to be
  const last = said.says.findLast((say) => isAgainst(say, waiting.status));
  return { ...settled(waiting), lookFrom: last?.locationId ?? locationId };
}

/** Votes are waited for as long as they may take, or until most agree; one that comes at last still counts where nobody has asked anew. */
function isOpen(votes: Votes, { status }: Health, result: Judged): boolean {
  if (isAwaited(votes, result)) return true;
  return result.startedAt - votes.askedAt < VOTE_WITHIN_MS && !isAgreed(votes, status);
}

/** A location without a network says nothing about a server where others can. */
function isHealthy({ locationId }: Judged, places: readonly number[]): boolean {
  return places.length === 0 || places.includes(locationId);
}

/**
 * What waits for confirmation after a vote. One that could not tell, when asked about something others saw, adds nothing and takes nothing
 * back; one that says what the health says ends the row of those who do not, though the vote goes on.
 */
function contraryAfter(health: Health, before: Contrary, result: Judged): Contrary {
  if (result.status === "unknown" && before.status !== "unknown") return before;
  if (result.status !== health.status) return counted(health, result, 1);
  return { ...before, count: 0, all: { ...before.all, count: 0 }, unsure: null };
}

function putToVote(health: Health, result: Judged, places: readonly number[], weight: 0 | 1): Weighed {
  if (result.status === health.status) return settled(health);
  return putTo(isWorthAsking(result) ? askOthers(result, places) : null, health, result, weight);
}

function putTo(votes: Votes | null, health: Health, result: Judged, weight: 0 | 1): Weighed {
  const contrary = { ...counted(health, result, weight), votes };
  return { ...settled({ ...health, contrary }), asks: votes !== null, lookFrom: result.locationId };
}

/** Others are not asked where the server wants to be left alone, or where too many look at it already. */
function isWorthAsking({ retryAt, reason }: Judged): boolean {
  return retryAt === undefined && reason !== "connect.busy";
}

/** A result that says what the health says. Not to know once more takes nothing back: what is counted goes on, and begins later. */
function agreeing(health: Health, { status, reason, startedAt }: Judged): Health {
  const contrary = status === "unknown" && health.contrary ? { ...health.contrary, unsure: { count: 1, since: startedAt } } : null;
  return { ...health, reason, contrary };
}

function byNumber(health: Health, contrary: Contrary, result: Judged, policy: JudgingPolicy): Weighed | null {
  const confirmed = confirmedBy(health, contrary, policy);
  if (confirmed === null) return null;
  const weighed = turned(health, { ...confirmed, reason: result.reason }, result);
  if (confirmed.status === result.status) return weighed;
  return { ...weighed, after: { ...weighed.after, contrary: { ...byItself(contrary), votes: null } }, lookFrom: result.locationId };
}

function turned(health: Health, { status, since, reason }: Confirmed, { startedAt }: Judged): Weighed {
  const at = Math.max(since, health.since); // a check that started late must not put the history out of order
  const transition: Transition = { at, confirmedAt: Math.max(startedAt, at), from: health.status, to: status, reason };
  return { ...settled(changed(health, transition)), transition };
}

function settled(after: Health): Weighed {
  return { after, transition: null, asks: false, lookFrom: null, vote: null };
}

function counted(health: Health, result: Judged, weight: 0 | 1): Contrary {
  const { status, reason, startedAt } = result;
  const before = health.contrary;
  if (before !== null && status === "unknown" && before.status !== "unknown") {
    const { count, since } = before.unsure ?? { count: 0, since: startedAt };
    return { ...before, unsure: { count: count + weight, since } };
  }
  const isBegunAgain = before?.count === 0 || (health.status === "unknown" && before?.unsure);
  const known = before && isBegunAgain ? begunAgain(before, startedAt) : before;
  const more = isTooEarly(health, result) ? 0 : weight;
  const own = known?.status === status ? { ...known, reason, count: known.count + more, unsure: null } : null;
  const contrary = own ?? byItself({ status, reason, count: weight, since: startedAt, unsure: null, votes: null });
  const isSameDirection = known !== null && health.status !== "degraded" && known.status !== "unknown" && status !== "unknown";
  return { ...contrary, all: isSameDirection ? { ...known.all, count: known.all.count + more } : byItself(contrary).all };
}

/** What was counted before a time in which nobody knew counts on, but that time stays unknown. */
function begunAgain(contrary: Contrary, since: number): Contrary {
  return { ...contrary, since, all: { ...contrary.all, since } };
}

/** As if nothing else had disagreed. */
function byItself(contrary: Omit<Contrary, "all">): Contrary {
  return { ...contrary, all: { count: contrary.count, since: contrary.since } };
}
