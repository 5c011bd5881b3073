import type { Reply } from "#core/check/reply.ts";
import { wordsOf } from "../offered.ts";

/** The longest that is waited for, in seconds. */
const LONGEST_S = 3_600;

/** Where a server refuses a login for its delay and does not say how long that is, in seconds. */
const USUAL_S = 60;

/** How long a server wants to be left alone between two logins, in ms (RFC 2449 section 6.5); null where it does not say that it does. */
export function loginDelayMs(capabilities: readonly string[]): number | null {
  const words = capabilities.map(wordsOf).find(([keyword]) => keyword === "LOGIN-DELAY");
  if (words === undefined) return null;
  const [, toldS] = words;
  const delayS = /^\d{1,5}$/.test(toldS ?? "") ? Number(toldS) : USUAL_S;
  return Math.min(LONGEST_S, Math.max(1, delayS)) * 1000;
}

/** How long to wait after a login that came too soon (RFC 2449 section 8.1.1), in ms; null where another reason refused it. */
export function tooSoonMs(reply: Reply | null | undefined, capabilities: readonly string[]): number | null {
  return reply?.enhanced === "LOGIN-DELAY" ? (loginDelayMs(capabilities) ?? USUAL_S * 1000) : null;
}
