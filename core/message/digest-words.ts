import { shortened } from "../text/shortened.ts";
import { DIGEST_STATES, type DigestEntry, type DigestMessage } from "./message.ts";

/** What is so of an entry, before a colon or in a column. */
export const DIGEST_WORDS: Record<DigestEntry["state"], string> = {
  down: "Down",
  degraded: "Degraded",
  flapping: "Flapping",
  over: "Up again",
  change: "Changed",
};

const MAX_TARGET_CHARS = 60;

/** A digest in one line: "12 down, 3 up again — mx1.example.com:25", or "— 4 servers". */
export function digestSubject({ entries }: Pick<DigestMessage, "entries">): string {
  const counts = DIGEST_STATES.map((state) => [state, entries.filter((entry) => entry.state === state).length] as const);
  const told = counts
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${counted(count)} ${DIGEST_WORDS[state].toLowerCase()}`);
  const servers = new Set(entries.map(({ target }) => target));
  const [only = ""] = servers;
  return `${told.join(", ")} — ${servers.size === 1 ? shortened(only, MAX_TARGET_CHARS) : `${counted(servers.size)} servers`}`;
}

/** Servers with how many entries are about each, most first. */
export function entriesByServer({ entries }: Pick<DigestMessage, "entries">): [target: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { target } of entries) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** A number as it stands in text: "4,995". */
export function counted(count: number): string {
  return count.toLocaleString("en-GB");
}
