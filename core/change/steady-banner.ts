const DAY = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*";
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

/** A date in any order of day, month and year, with or without its day of the week (RFC 5322 section 3.3, asctime, ISO 8601). */
const DATE = new RegExp(
  `(?:\\b${DAY},? +)?(?:\\b\\d{1,2}[ -]${MONTH}[ -]\\d{2,4}\\b|\\b${MONTH} +\\d{1,2},?(?= |$)|\\b\\d{4}-\\d{2}-\\d{2}(?=\\b|t))`,
  "gi",
);
/** A time of day, with its zone. */
const TIME =
  /\bt?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m\b)?(?: ?(?:z\b|[+-]\d{2}:?\d{2}\b))?(?: \(?(?:[a-z]{2,5}|gmt[+-]\d{1,2})\)?(?= \d{4}\b|[;,]|$))?/gi;

/** What a POP3 server has its clients hash with their password, another one each time (RFC 1939 section 7, APOP). */
const CHALLENGE = /<[\w.$+=-]{0,64}\d[\w.$+=-]{0,64}@[\w.-]+>/g;

/** A word that is a queue id, a counter or a session: at least eight letters and digits with three digits among them, or six digits. */
const ID = /^[^\w]*(?:(?=(?:\D*\d){3})(?=.*[a-z_+=-])[\w+=/.-]{8,}|\d{6,})[^\w]*$/i;
/** A version, a host name or an address looks like one and is none. */
const STEADY =
  /^[^\w]*v?\d+(?:\.\d+)+(?:[.-]\w{1,6})?[^\w]*$|^\[(?=.*[.:])[\da-f.:]+\]$|^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;

/**
 * What of a banner stays the same from one greeting to the next, to compare by: without dates, times, queue ids, counters and challenges. The name it
 * begins with stays, whatever it looks like.
 */
export function steadyBanner(banner: string): string {
  const words = banner.replace(CHALLENGE, " ").replace(DATE, " ").replace(TIME, " ").split(/\s+/);
  const steady = words.filter((word, index) => index === 0 || STEADY.test(word) || !(ID.test(word) || /^\d{4}$/.test(word)));
  return steady.join(" ").trim();
}
