import type { Reply } from "#core/reply.ts";

/** Where the server does not say how long, most greylists let a sender through after this many ms (RFC 6647 section 2.6). */
const USUAL_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

const GREYLISTED = /gr[ae]y.?list|try again|temporar|later|deferred/i;
/** A mailbox or a system that is full or shut (RFC 3463: x.2.1 to x.2.4, x.3.z). With x.2.0 a Postfix passes on what greylists say. */
const FULL = /^4\.(2\.[1-9]|3\.)/;
const WAIT = /(?:in|for|after|wait)\s+(?:\w+\s+)?(\d{1,5})\s*(s|m|h)/i;
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/**
 * In how many ms a recipient should be tried again, where a reply is that of a greylist (RFC 6647 section 2.1: 450 or 451); null where it
 * is not. A full disk or mailbox has the same codes, and its enhanced code says so (RFC 3463: x.2.z and x.3.z).
 */
export function greylistedUntil({ code, enhanced, lines }: Reply): number | null {
  const text = lines.join(" ");
  if ((code !== 450 && code !== 451) || FULL.test(enhanced ?? "")) return null;
  if (!enhanced?.startsWith("4.7.") && !GREYLISTED.test(text)) return null;
  const [, count, unit] = WAIT.exec(text) ?? [];
  if (count === undefined || unit === undefined) return USUAL_WAIT_MS;
  return Math.min(LONGEST_WAIT_MS, Math.max(1_000, Number(count) * UNIT_MS[unit.toLowerCase() as keyof typeof UNIT_MS]));
}
