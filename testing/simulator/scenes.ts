import type { JudgingPolicy } from "#core/judging/judge.ts";
import { DEFAULT_POLICY } from "#core/monitor/monitor.ts";
import type { Random } from "#testing/fuzz/random.ts";
import type { Scenario } from "./simulate.ts";
import type { Watched } from "./watched.ts";
import type { Outage, SimulatedLocation } from "./world.ts";

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 2, 1);

/** The usual policy, every minute. */
export const USUAL: JudgingPolicy = {
  confirmations: DEFAULT_POLICY.confirmations,
  intervalS: 60,
  incidentFrom: DEFAULT_POLICY.incidentFrom,
};

/** One monitor in a good world, watched from one location for a day; and whatever is otherwise. */
export function scene(wishes: Partial<Scenario> = {}): Scenario {
  return {
    seed: 1,
    from: START,
    to: START + DAY,
    monitors: 1,
    policy: USUAL,
    locations: locations(1),
    world: { outagesOf: () => [], losesOneIn: 0 },
    ...wishes,
  };
}

/** So many locations, with what is otherwise about the first of them. */
export function locations(count: number, ...otherwise: Partial<SimulatedLocation>[]): SimulatedLocation[] {
  return Array.from({ length: count }, (_, at) => ({ id: at + 1, ...otherwise[at] }));
}

/** An outage of each monitor, with a while before and after it. The lengths, in ms, are as likely to be short as long. */
export function anOutageEach(
  random: Random,
  monitors: number,
  kinds: readonly Outage["kind"][],
  from: number,
): Map<number, Outage[]> {
  const lengths = { least: 90 * SECOND, most: 6 * HOUR };
  const outages = new Map<number, Outage[]>();
  for (let monitorId = 1; monitorId <= monitors; monitorId++) {
    const begins = from + random.whole(2 * HOUR);
    const share = random.whole(1_000_001) / 1_000_000;
    const lengthMs = Math.round(lengths.least * (lengths.most / lengths.least) ** share);
    outages.set(monitorId, [{ from: begins, to: begins + lengthMs, kind: random.pick(kinds) }]);
  }
  return outages;
}

export function incidentsOf(watched: readonly Watched[]): number {
  return watched.reduce((sum, { incidents }) => sum + incidents, 0);
}

/** How often somebody was said to be this. */
export function timesSaid(watched: readonly Watched[], status: string): number {
  return watched.reduce((sum, { transitions }) => sum + transitions.filter(({ to }) => to === status).length, 0);
}
