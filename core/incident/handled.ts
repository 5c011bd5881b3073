/**
 * How long nobody is told anew of trouble that somebody has resolved by hand and that goes on, in milliseconds.
 *
 * Who resolves an incident by hand says that they have it: the monitor stays as down as it is, and no second alarm follows for the same
 * trouble. A new incident opens at once where the trouble is another one: the server was confirmed good in between, was paused or in
 * maintenance, or was degraded and is down now. And it opens where the same trouble goes on for this long, because a mistake must not
 * silence a monitor for good.
 */
export const HANDLED_FOR_MS = 60 * 60_000;
