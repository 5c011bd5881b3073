/** How often a location stood against the others lately: at how many monitors, in how many checks, and of how many checks it was to run. */
export type Outvoted = { monitors: number; checks: number; due: number };

/** What happened longer ago than this, in milliseconds, counts no more. */
export const OUTVOTED_WITHIN_MS = 2 * 60_000;
/** A location that is left out because the others outvote it is tried again after this long, in milliseconds. */
export const OUTVOTED_FOR_MS = 10 * 60_000;

const FEWEST_MONITORS = 3;

/**
 * Whether it is the location that is wrong, and not one server that treats it otherwise: it is outvoted at several monitors, and in at least
 * half of what it was to check.
 */
export function isToBeLeftOut({ monitors, checks, due }: Outvoted): boolean {
  return monitors >= FEWEST_MONITORS && checks * 2 >= due;
}
