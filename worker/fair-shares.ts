/** The places of a worker for checks that run, handed out fairly between teams. */
export type FairShares = {
  /** Takes a place if the team may have one at once, and returns what gives it back; null otherwise. */
  takeNow(teamId: number): (() => void) | null;
  /** The same, but waits for its turn, at most `withinMs`; an urgent one goes ahead of the rest of its team. */
  take(teamId: number, withinMs: number, isUrgent: boolean): Promise<(() => void) | null>;
  /** How many have a place, and how many wait for one. */
  counts(): { probing: number; waiting: number };
};

/**
 * A team may have this many times as many places as are free: alone it gets three quarters of all, two that want everything three
 * sevenths each. What is left is there at once for whoever has few checks, and places that are held for long cannot be taken back
 * ("dynamic thresholds", Choudhury and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998).
 */
const TIMES_THE_FREE = 3;

type Waiting = { urgent: Set<() => void>; rest: Set<() => void> };

/** Shares `places` out. Whoever waits gets a place in the turn of their team, one a turn. Teams nobody checks for take no memory. */
export function createFairShares(places: number): FairShares {
  let free = places;
  let waits = 0;
  const held = new Map<number, number>();
  /** Teams that wait, the one whose turn is next first. */
  const waiting = new Map<number, Waiting>();

  const mayHaveOne = (teamId: number) => free > 0 && (held.get(teamId) ?? 0) < TIMES_THE_FREE * free;

  const hold = (teamId: number) => {
    free--;
    held.set(teamId, (held.get(teamId) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      free++;
      const left = held.get(teamId)! - 1;
      if (left > 0) held.set(teamId, left);
      else held.delete(teamId);
      letOn();
    };
  };

  const letOn = () => {
    for (let teamId = nextTeam(); teamId !== undefined; teamId = nextTeam()) {
      const queues = waiting.get(teamId)!;
      const [go] = queues.urgent.size > 0 ? queues.urgent : queues.rest;
      waiting.delete(teamId);
      waiting.set(teamId, queues); // at the end: the others have their turns first
      go!();
    }
  };

  const nextTeam = () => {
    if (free > 0) for (const teamId of waiting.keys()) if (mayHaveOne(teamId)) return teamId;
    return undefined;
  };

  const leave = (teamId: number, go: () => void) => {
    const { urgent, rest } = waiting.get(teamId)!;
    urgent.delete(go);
    rest.delete(go);
    waits--;
    if (urgent.size + rest.size === 0) waiting.delete(teamId);
  };

  const takeNow = (teamId: number) => (!waiting.has(teamId) && mayHaveOne(teamId) ? hold(teamId) : null);

  return {
    takeNow,
    take: async (teamId, withinMs, isUrgent) =>
      takeNow(teamId) ??
      new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          leave(teamId, go);
          resolve(hold(teamId));
        };
        const giveUp = () => {
          leave(teamId, go);
          resolve(null);
        };
        const timer = setTimeout(giveUp, withinMs);
        const queues = waiting.get(teamId) ?? { urgent: new Set(), rest: new Set() };
        waiting.set(teamId, queues);
        (isUrgent ? queues.urgent : queues.rest).add(go);
        waits++;
        letOn();
      }),
    counts: () => ({ probing: places - free, waiting: waits }),
  };
}
