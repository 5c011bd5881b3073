import { isToBeLeftOut, OUTVOTED_FOR_MS, OUTVOTED_WITHIN_MS } from "#core/judging/outvoted.ts";
import { WINDOW_S, windowOf } from "#core/schedule/schedule.ts";

/** Which locations are left out because the others outvote them, as db/location/leave-out-outvoted.ts finds. Instants are epoch milliseconds. */
export type LeftOut = {
  noteDue(locationId: number, slotAt: number): void;
  noteDissents: (monitorId: number, slotAt: number, locationIds: readonly number[]) => void;
  /** Looks who is to be left out from now on. */
  decide(now: number): void;
  isLeftOut(locationId: number, at: number): boolean;
  /** When each location was left out for the first time. */
  firstAt: ReadonlyMap<number, number>;
};

type Dissent = { monitorId: number; locationId: number; slotAt: number };

export function createLeftOut(): LeftOut {
  const due = new Map<string, number>(); // by location and window
  const until = new Map<number, number>();
  const firstAt = new Map<number, number>();
  let dissents: Dissent[] = [];

  const dueBetween = (locationId: number, since: number, now: number) => {
    let sum = 0;
    for (let windowS = windowOf(since / 1000) + WINDOW_S; windowS * 1000 <= now; windowS += WINDOW_S) {
      sum += due.get(`${locationId} ${windowS}`) ?? 0;
    }
    return sum;
  };

  return {
    firstAt,
    noteDue(locationId, slotAt) {
      const key = `${locationId} ${windowOf(slotAt / 1000)}`;
      due.set(key, (due.get(key) ?? 0) + 1);
    },
    noteDissents(monitorId, slotAt, locationIds) {
      for (const locationId of locationIds) dissents.push({ monitorId, locationId, slotAt });
    },
    decide(now) {
      if (dissents.length === 0) return;
      const since = now - OUTVOTED_WITHIN_MS;
      dissents = dissents.filter(({ slotAt }) => slotAt > since);
      for (const locationId of new Set(dissents.map((each) => each.locationId))) {
        const own = dissents.filter((each) => each.locationId === locationId);
        const monitors = new Set(own.map(({ monitorId }) => monitorId)).size;
        const outvoted = { monitors, checks: own.length, due: dueBetween(locationId, since, now) };
        if (now < (until.get(locationId) ?? 0) || !isToBeLeftOut(outvoted)) continue;
        until.set(locationId, now + OUTVOTED_FOR_MS);
        if (!firstAt.has(locationId)) firstAt.set(locationId, now);
      }
    },
    isLeftOut: (locationId, at) => at < (until.get(locationId) ?? 0),
  };
}
