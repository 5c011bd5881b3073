/**
 * The path test: a monitor of our own is checked as any other, and each check that goes well sends a sign of life to an outside watcher, through
 * the queue, the probe, the recorder, the database, the outbox and the way out. Where any of them stops, the watcher hears nothing any more.
 */

/** The server the path test checks. */
export type PathTestTarget = { host: string; port: number };

/** What of the settings says which server that is. */
export type PathTestSettings = {
  wished: string | undefined;
  isEmbedded: boolean;
  mailboxPort: number;
  smtpUrls: readonly string[];
  references: readonly string[];
};

/** Later than this many times its interval, a part of the path is late. */
const LATE_AFTER = 2.5;
const SMTP_PORT = ":25";

/**
 * The server to check: the one that is wished; the built-in mailbox where that takes our mail; one that always answers, at port 25 where there is
 * one. Null where there is none to choose.
 */
export function pathTestTarget({ wished, isEmbedded, mailboxPort, smtpUrls, references }: PathTestSettings): PathTestTarget | null {
  const mailbox = `127.0.0.1:${mailboxPort}`;
  const isOwnMailbox = isEmbedded && smtpUrls.includes(`smtp://${mailbox}`);
  const reference = references.find((each) => each.endsWith(SMTP_PORT)) ?? references[0];
  const chosen = wished ?? (isOwnMailbox ? mailbox : reference);
  if (chosen === undefined) return null;
  const at = chosen.lastIndexOf(":");
  return {
    host: chosen
      .slice(0, at)
      .replace(/^\[(.*)\]$/, "$1")
      .toLowerCase(),
    port: Number(chosen.slice(at + 1)),
  };
}

/** How long a sign of life is one, in ms after the check that it tells of: later it would say that all was well, not that it is. */
export function signLastsMs(everyS: number): number {
  return everyS * 1_000;
}

/**
 * How far the path test got, in epoch milliseconds, null where it never did: when its latest check began, and when the latest that went well;
 * when a sign of life was last put into the outbox, and when the outside watcher last took one. `since` is when the test was set up; `reason`
 * is why the latest check failed, `answer` why the latest sign of life was not taken.
 */
export type PathTest = {
  everyS: number;
  since: number;
  checkedAt: number | null;
  passedAt: number | null;
  queuedAt: number | null;
  sentAt: number | null;
  reason: string | null;
  answer: string | null;
};

/** The parts of the path in order, as somebody who looks for what stands still goes through them. */
export const PATH_PARTS = ["check", "verdict", "outbox", "watcher"] as const;
export type PathPart = (typeof PATH_PARTS)[number];

const INSTANTS = { check: "checkedAt", verdict: "passedAt", outbox: "queuedAt", watcher: "sentAt" } as const satisfies Record<
  PathPart,
  keyof PathTest
>;

/** When a part of the path last did its work; null where it never did. */
export function lastOf(test: PathTest, part: PathPart): number | null {
  return test[INSTANTS[part]];
}

/** The first part of the path that is late, and since when; null where none is. */
export function latePart(test: PathTest, now: number): { part: PathPart; since: number } | null {
  for (const part of PATH_PARTS) {
    const since = lastOf(test, part) ?? test.since;
    if (now - since > test.everyS * 1_000 * LATE_AFTER) return { part, since };
  }
  return null;
}

/** What it means that a part is late: a sentence without its full stop. */
export function lateSentence(test: PathTest, part: PathPart): string {
  switch (part) {
    case "check":
      return "The path test is not checked any more, so the outside watcher hears nothing: its windows are not queued, run or recorded";
    case "verdict":
      return `The path test fails${test.reason === null ? "" : ` (${test.reason})`}, so the outside watcher hears nothing`;
    case "outbox":
      return "The path test goes well, and no sign of life is put into the outbox";
    case "watcher":
      return `No sign of life reaches the outside watcher${test.answer === null ? "" : ` (${test.answer})`}`;
  }
}
