import { shortened } from "#core/text/shortened.ts";
import { visibleText } from "#core/text/visible-text.ts";
import type { HttpOutcome } from "#network/http-client.ts";
import type { SendOutcome } from "./channel.ts";

/** How a kind reads what its provider answers; what is not given is as usual. */
export type AnswerReading = {
  /** The provider's own words in a body, or null where it has none; usually the body itself. */
  words?: (body: string) => string | null;
  /** When the answer came, in epoch milliseconds: a Retry-After may be a date. */
  nowMs?: number;
};

const MAX_WORDS_CHARS = 300;
/** Whoever asks for more than this is not waited for longer. */
const LONGEST_RETRY_MS = 24 * 60 * 60_000;
/** Answers that say "not now": too slow, too early, too many (RFC 9110 section 15.5.9, RFC 8470, RFC 6585). */
const PASSING = [408, 425, 429];

/**
 * What an HTTP answer means for a message: 2xx is sent; 429, 5xx and no answer are worth another try, after what Retry-After asks for; what
 * else there is (4xx, a redirect, a URL that may not be asked) is hopeless. The reason is the status and the provider's own words.
 */
export function judgeAnswer(answer: HttpOutcome, reading: AnswerReading = {}): SendOutcome {
  if (!answer.answered) {
    const isHopeless = answer.failure === "url" || answer.failure === "blocked";
    return { sent: false, next: isHopeless ? "give-up" : "retry", reason: shownWords(answer.detail) };
  }
  const { status, headers, body } = answer;
  const words = shownWords((reading.words ?? plainWords)(body) ?? "");
  const told = `HTTP ${status}${words === "" ? "" : `: ${words}`}`;
  if (status >= 200 && status < 300) return { sent: true, receipt: told };
  if (status >= 300 && status < 400) return { sent: false, next: "give-up", reason: `HTTP ${status}: redirects are not followed` };
  if (status < 500 && !PASSING.includes(status)) return { sent: false, next: "give-up", reason: told };
  const retryAfterMs = readRetryAfter(headers["retry-after"], reading.nowMs ?? Date.now());
  return { sent: false, next: "retry", reason: told, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
}

/** Retry-After in milliseconds, at most a day: seconds or an HTTP date (RFC 9110 section 10.2.3). Null where it says neither. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const text = header.trim();
  const isDate = /^[a-z]{3}/i.test(text);
  const waitMs = isDate ? Date.parse(text) - nowMs : /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1_000 : NaN;
  return Number.isNaN(waitMs) ? null : Math.round(Math.min(LONGEST_RETRY_MS, Math.max(0, waitMs)));
}

/** What somebody else wrote, fit to be shown: one line, bounded, without control characters. */
export function shownWords(words: string): string {
  return shortened(visibleText(words.replaceAll(/\s+/g, " ").trim()), MAX_WORDS_CHARS);
}

/** A page of HTML is what a proxy says; its words are those between the tags. */
function plainWords(body: string): string {
  if (!/^\s*<(?:!doctype|html|head|body)\b/i.test(body)) return body;
  return body.replaceAll(/<(style|script)\b[^]*?<\/\1\s*>/gi, " ").replaceAll(/<[^>]*>/g, " ");
}
