import type { Reply } from "#core/check/reply.ts";
import { toldWaitMs } from "./told-wait.ts";

/** Where the server does not say how long, most greylists let a sender through after this many ms (RFC 6647 section 2.6). */
const USUAL_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** No more of a reply is looked at, in characters. */
const READ = 1_000;

/** A greylist that says what it is is one, whatever its codes: Postgrey's 4.2.0 is a mailbox's elsewhere, Stalwart documents 422 4.2.2. */
const NAMED = /gr[ae]y.?list/i;

/** One that does not say so: these are what it says instead, */
const UNNAMED = /try (?:it )?(?:again|later)|come back|retry|later|deferred/i;

/** and these are what has the same codes and goes wrong elsewhere: names that cannot be looked up, limits, a server in trouble. */
const OTHER_TROUBLE =
  /\b(?:host(?:name)?|helo|ehlo|domain|dns|lookup|resolve|reverse|ptr|tls|auth\w*|spf|dkim|limit\w*|quota|rate|too (?:many|much|fast)|full|disk|space|storage|local|internal|system|error|config\w*|verif\w*|unverified|time[ds]? ?out|database|mailbox|busy|overload\w*|load)\b/i;

/**
 * In how many ms a recipient should be tried again, where a reply to RCPT is that of a greylist (RFC 6647 section 2.1: 450 or 451); null
 * where it is not. Where it does not name itself, its enhanced code is that of a policy (RFC 3463: x.7.z), or there is none.
 */
export function greylistWaitMs({ code, enhanced, lines }: Reply<number>): number | null {
  if (code < 400 || code >= 500) return null;
  const text = lines.join(" ").slice(0, READ);
  if (!NAMED.test(text) && !isLikely(code, enhanced, text.replace(/<[^<>]*>/g, ""))) return null;
  return Math.min(LONGEST_WAIT_MS, Math.max(1_000, toldWaitMs(text) ?? USUAL_WAIT_MS));
}

function isLikely(code: number, enhanced: string | null, text: string): boolean {
  if ((code !== 450 && code !== 451) || OTHER_TROUBLE.test(text)) return false;
  const subject = enhanced?.split(".")[1];
  return subject === "7" || ((subject === undefined || subject === "0") && UNNAMED.test(text));
}
