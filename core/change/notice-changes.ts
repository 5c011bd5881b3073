import type { Change, ChangeAspect, ExpirySeen } from "./change.ts";
import { CHANGE_ASPECTS } from "./change.ts";
import type { SeenPart, SeenValue, Sighting } from "./seen.ts";

/**
 * What is remembered of one part of a server: what it is, what else it was within a day, and when it was last something that was
 * new. Instants are epoch milliseconds.
 */
type PartMemory = { value: SeenValue["value"]; key: string; known: { key: string; at: number }[]; news: number[] };

/** What is remembered of a server to notice changes by, and which ends of certificates were told of. */
export type SeenMemory = {
  parts: Partial<Record<SeenPart, PartMemory>>;
  warned: { fingerprint256: string; days: number }[];
};

/** The memory before the first check. */
export const NOTHING_SEEN: SeenMemory = { parts: {}, warned: [] };

const DAY_MS = 86_400_000;
/** Servers that take turns behind one name: so many are told apart. */
const MOST_KNOWN = 16;
/** A part that is something new more often than this within a day is left alone until it calms down. */
const MOST_NEWS_A_DAY = 4;
const MOST_CERTIFICATES = 8;

/**
 * What is not as it was when a check begins at `at` (epoch milliseconds) and sees this. What was so within the last day is nothing new, so
 * that servers which take turns are not told of at every turn; what was never seen before is no change. The memory is the very same
 * where there is nothing to remember.
 */
export function noticeChanges(
  memory: SeenMemory,
  { values, expiry }: Sighting,
  at: number,
): { memory: SeenMemory; changes: Change[] } {
  let parts = memory.parts;
  const changes: Change[] = [];
  for (const seen of values) {
    const before = parts[seen.part];
    if (before?.key === seen.key) continue;
    const { after, isNews } = remembered(before, seen, at);
    parts = { ...parts, [seen.part]: after };
    if (isNews && before) changes.push({ aspect: aspectOf(seen.part), before: before.value, after: seen.value } as Change);
  }
  const isWarned = expiry === null || wasWarned(memory, expiry);
  if (!isWarned) changes.push({ aspect: "certificate-expiry", before: null, after: expiry });
  const isSame = isWarned && parts === memory.parts;
  return {
    memory: isSame ? memory : { parts, warned: isWarned ? memory.warned : warnedNow(memory, expiry) },
    changes: changes.toSorted((a, b) => CHANGE_ASPECTS.indexOf(a.aspect) - CHANGE_ASPECTS.indexOf(b.aspect)),
  };
}

function remembered(before: PartMemory | undefined, seen: SeenValue, at: number): { after: PartMemory; isNews: boolean } {
  const { value, key } = seen;
  if (before === undefined) return { after: { value, key, known: [], news: [] }, isNews: false };
  const recent = before.known.filter((each) => at - each.at < DAY_MS);
  const news = before.news.filter((each) => at - each < DAY_MS);
  const isKnown = recent.some((each) => each.key === key);
  const isNews = !isKnown && news.length < MOST_NEWS_A_DAY;
  // That STARTTLS is offered again is news, too, however soon; once.
  const isLoss = isNews && seen.part === "starttls" && !seen.value;
  const known = [
    ...(isLoss ? [] : [{ key: before.key, at }]),
    ...recent.filter((each) => each.key !== key && each.key !== before.key),
  ];
  return {
    after: { value, key, known: known.slice(0, MOST_KNOWN), news: isKnown ? news : [...news, at].slice(-MOST_NEWS_A_DAY) },
    isNews,
  };
}

function wasWarned({ warned }: SeenMemory, { fingerprint256, days }: ExpirySeen): boolean {
  return warned.some((each) => each.fingerprint256 === fingerprint256 && each.days <= days);
}

function warnedNow({ warned }: SeenMemory, { fingerprint256, days }: ExpirySeen): SeenMemory["warned"] {
  const others = warned.filter((each) => each.fingerprint256 !== fingerprint256);
  return [{ fingerprint256, days }, ...others].slice(0, MOST_CERTIFICATES);
}

function aspectOf(part: SeenPart): ChangeAspect {
  return part === "capabilities-in-clear" ? "capabilities" : part;
}
