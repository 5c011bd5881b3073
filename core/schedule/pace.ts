/** How fast connections may follow each other, in ms: one each `spacingMs`, and so many at once that they are `slackMs` ahead of that. */
export type Pace = { spacingMs: number; slackMs: number };

const MINUTE_MS = 60_000;

/** This share of a minute's connections may come at once, so that few of them have to wait. */
const AT_ONCE = 1 / 6;

/**
 * The pace that never lets more than `perMinute` connections into any 60 s, wherever those begin: a few at once, the rest evenly (the
 * generic cell rate algorithm, ITU-T I.371). Null for no limit, which 0 stands for.
 */
export function paceOf(perMinute: number): Pace | null {
  if (perMinute === 0) return null;
  const atOnce = Math.max(1, Math.floor(perMinute * AT_ONCE));
  const spacingMs = Math.ceil(MINUTE_MS / (perMinute - atOnce + 1));
  return { spacingMs, slackMs: (atOnce - 1) * spacingMs };
}
