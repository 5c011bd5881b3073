import { valuesOf, type HeaderField } from "./header-field.ts";

/**
 * What a receiver's filter wrote into a message. `isSpam` is null where it does not say; `score` is its own measure, and `limit` the score from which on
 * it is spam, where it says so. `by` is the field that it stands in.
 */
export type SpamVerdict = { by: string; isSpam: boolean | null; score: number | null; limit: number | null };

type Reader = { field: string; read: (value: string) => Omit<SpamVerdict, "by"> | null };

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;

/** The fields that are known, those first that say most. */
const READERS: readonly Reader[] = [
  { field: "X-Spam-Status", read: spamAssassin }, // SpamAssassin, and amavis in its manner
  { field: "X-Spamd-Result", read: rspamd },
  { field: "X-Forefront-Antispam-Report", read: (value) => confidenceLevel(/\bSCL:(-?\d)\b/.exec(value)?.[1]) },
  { field: "X-MS-Exchange-Organization-SCL", read: (value) => confidenceLevel(/^\s*(-?\d)\s*$/.exec(value)?.[1]) },
  { field: "X-Gm-Spam", read: (value) => flag(/^\s*([01])\b/.exec(value)?.[1], "1") }, // where a rule of Workspace writes it
  { field: "X-Yandex-Spam", read: (value) => flag(/^\s*([14])\b/.exec(value)?.[1], "4") },
  { field: "X-Spam-Flag", read: (value) => ({ isSpam: /^\s*yes\b/i.test(value), score: null, limit: null }) },
  { field: "X-Spam-Score", read: bareScore },
];

/** What the receiver's filter made of a message; null where it wrote nothing that is known. */
export function readSpamVerdict(fields: readonly HeaderField[]): SpamVerdict | null {
  for (const { field, read } of READERS) {
    for (const value of valuesOf(fields, field)) {
      const verdict = read(value);
      if (verdict !== null) return { by: field, ...verdict };
    }
  }
  return null;
}

/** "Yes, score=6.4 required=5.0 tests=…" */
function spamAssassin(value: string): ReturnType<Reader["read"]> {
  const [, said] = /^\s*(yes|no)\b/i.exec(value) ?? [];
  if (said === undefined) return null;
  return {
    isSpam: said.toLowerCase() === "yes",
    score: numberAfter("(?:score|hits)=", value),
    limit: numberAfter("required=", value),
  };
}

/** "default: False [3.10 / 15.00]; …" */
function rspamd(value: string): ReturnType<Reader["read"]> {
  const [, said, score, limit] = new RegExp(`\\b(true|false)\\s*\\[(${NUMBER}) / (${NUMBER})\\]`, "i").exec(value) ?? [];
  return said === undefined ? null : { isSpam: said.toLowerCase() === "true", score: Number(score), limit: Number(limit) };
}

/** Exchange's spam confidence level: -1 is not looked at, 5 and more is junk. */
function confidenceLevel(level: string | undefined): ReturnType<Reader["read"]> {
  return level === undefined ? null : { isSpam: Number(level) >= 5, score: Number(level), limit: 5 };
}

/** One of two signs, of which one is for spam. */
function flag(said: string | undefined, spam: string): ReturnType<Reader["read"]> {
  return said === undefined ? null : { isSpam: said === spam, score: null, limit: null };
}

function bareScore(value: string): ReturnType<Reader["read"]> {
  const score = numberAfter("^\\s*", value);
  return score === null ? null : { isSpam: null, score, limit: null };
}

function numberAfter(before: string, text: string): number | null {
  const [, number] = new RegExp(`${before}(${NUMBER})`, "i").exec(text) ?? [];
  return number === undefined ? null : Number(number);
}
