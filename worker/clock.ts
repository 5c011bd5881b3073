/**
 * The database's clock, which says when everything happens: several machines agree on what time it is, however wrong their own clocks are,
 * and one that is put right meanwhile moves nothing.
 */
export type Clock = {
  /** Now by the database's clock, in whole epoch milliseconds; by this machine's own until it was heard for the first time. */
  now(this: void): number;
  /** How far this machine's own clock is ahead of it, in ms; null until it was heard. */
  skewMs(): number | null;
  /** The database has just said what time it is (`at`, epoch ms), asked when `performance.now()` was `askedAtMs`. */
  heard(at: number, askedAtMs: number): void;
};

/** What this machine has of its own: a clock on the wall, which somebody may put right, and one that only ever runs on. */
export type OwnClocks = { wall(this: void): number; runningMs(this: void): number };

/** What the database's clock would have shown when the running one began, in epoch ms: between these two. */
type Origin = { earliest: number; latest: number };

/** Of a clock, kept by NTP or not, in ms for each ms: no two of them drift apart faster. */
const DRIFT = 0.0005;
/** Where the time turns out to be earlier by less than this, in ms, the clock waits instead of running back. */
const WAITS_FOR_MS = 1_000;

const OWN: OwnClocks = { wall: () => Date.now(), runningMs: () => performance.now() };

/**
 * A clock that goes by the running one of this machine and by what is heard of the database's. An answer was given at some instant between
 * question and answer: all that was heard bounds how far the two are apart, and the middle is taken. An answer outside of these bounds means
 * that the database's clock was put right, or is another one's by now, and begins anew.
 */
export function createClock({ wall, runningMs }: OwnClocks = OWN): Clock {
  let origin: Origin | null = null;
  let heardAtMs = 0;
  let shown = -Infinity;

  const now = () => {
    if (origin === null) return wall();
    const at = Math.floor(runningMs() + (origin.earliest + origin.latest) / 2);
    if (at >= shown || shown - at > WAITS_FOR_MS) shown = at;
    return shown;
  };

  return {
    now,
    skewMs: () => (origin === null ? null : wall() - now()),
    heard(at, askedAtMs) {
      const answeredAtMs = runningMs();
      const heard = { earliest: at - answeredAtMs, latest: at - askedAtMs };
      const driftMs = (answeredAtMs - heardAtMs) * DRIFT;
      origin = origin === null ? heard : (narrowed(origin, heard, driftMs) ?? heard);
      heardAtMs = answeredAtMs;
    },
  };
}

/** What is possible by both, or null where nothing is; what was known before may have drifted meanwhile. */
function narrowed(known: Origin, heard: Origin, driftMs: number): Origin | null {
  const earliest = Math.max(known.earliest - driftMs, heard.earliest);
  const latest = Math.min(known.latest + driftMs, heard.latest);
  return earliest <= latest ? { earliest, latest } : null;
}

/** The clock of this worker; each beat reads it (worker/heartbeat.ts). */
export const clock = createClock();
