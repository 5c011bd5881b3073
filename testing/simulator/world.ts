import type { Status } from "#core/check/status.ts";
import { statusOfReason } from "#core/reason/reason-status.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import type { Random } from "#testing/fuzz/random.ts";
import { stretchAt, type Stretch } from "./stretch.ts";

/** What one check sees, and how long it takes to. */
export type Sight = { status: Status; reason: ReasonCode | null; durationMs: number };

/** A server that really is down: it refuses, turns everybody away, or says nothing. */
export type Outage = Stretch & { kind: keyof typeof OUTAGES };

/**
 * A place where a worker runs, and when something is wrong there. `off`: no worker runs. `split`: it runs and cannot reach the database.
 * `cut`: its network reaches nobody, which its self-test finds (`cut-noticed`) or cannot. `lying`: its resolver knows no name. `deaf`: its
 * resolver does not answer. `skewS`: its clock is ahead by so many seconds.
 */
export type SimulatedLocation = {
  id: number;
  off?: readonly Stretch[];
  split?: readonly Stretch[];
  cut?: readonly Stretch[];
  noticesCuts?: boolean;
  lying?: readonly Stretch[];
  deaf?: readonly Stretch[];
  skewS?: number;
};

/** What is true of servers and networks. Instants are of the true clock. */
export type World = {
  /** What is wrong with the server of a monitor, in order. */
  outagesOf(monitorId: number): readonly Outage[];
  /** Of so many checks one is lost on its way, whatever the server does; 0 where none is. */
  losesOneIn: number;
};

const OUTAGES = {
  refuses: { reason: "connect.refused", durationMs: 40 },
  turnsAway: { reason: "greeting.reply", durationMs: 120 },
  silent: { reason: "connect.timeout", durationMs: 10_000 },
} as const satisfies Record<string, { reason: ReasonCode; durationMs: number }>;

export const GOOD: Sight = { status: "up", reason: null, durationMs: 60 };
const LOST = sight("connect.timeout", 10_000);
const CUT_NOTICED = sight("connect.port-closed-here", 13_000);
const LIED_TO = sight("dns.nxdomain", 30);
const UNANSWERED = sight("dns.timeout", 5_000);
const OUT = {
  refuses: sight(OUTAGES.refuses.reason, OUTAGES.refuses.durationMs),
  turnsAway: sight(OUTAGES.turnsAway.reason, OUTAGES.turnsAway.durationMs),
  silent: sight(OUTAGES.silent.reason, OUTAGES.silent.durationMs),
};

/** What a check from a location sees that starts at an instant. */
export function see(world: World, monitorId: number, location: SimulatedLocation, at: number, random: Random): Sight {
  if (location.deaf && stretchAt(location.deaf, at)) return UNANSWERED;
  if (location.lying && stretchAt(location.lying, at)) return LIED_TO;
  if (location.cut && stretchAt(location.cut, at)) return location.noticesCuts ? CUT_NOTICED : LOST;
  const outages = world.outagesOf(monitorId);
  const outage = outages.length === 0 ? null : stretchAt(outages, at);
  if (outage !== null) return OUT[outage.kind];
  return world.losesOneIn > 0 && random.whole(world.losesOneIn) === 0 ? LOST : GOOD;
}

function sight(reason: ReasonCode, durationMs: number): Sight {
  return { status: statusOfReason(reason), reason, durationMs };
}
