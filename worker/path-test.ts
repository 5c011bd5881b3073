import { pathTestTarget } from "#core/system/path-test.ts";
import { addSignOfLife } from "#db/path-test/add-sign-of-life.ts";
import { keepPathTest, type PathTestWishes } from "#db/path-test/keep-path-test.ts";
import { env } from "#env.ts";
import type { Duty } from "./duties.ts";

const TELL_EVERY_MS = 1_000;
const KEEP_EVERY_MS = 60_000;

/** What the leader does for the path test: has it as the settings wish it, and puts a sign of life into the outbox for each check that went well. */
export function pathTestDuties(): Duty[] {
  const wishes = wishesOf();
  const keep: Duty = {
    name: "the path test",
    everyMs: KEEP_EVERY_MS,
    run: async () => ({ done: await keepPathTest(wishes) }),
  };
  if (wishes === null) return [keep];
  return [keep, { name: "signs of life", everyMs: TELL_EVERY_MS, run: async () => void (await addSignOfLife(wishes.everyS)) }];
}

function wishesOf(): PathTestWishes | null {
  const target = pathTestTarget({
    wished: env.HEARTBEAT_TARGET,
    isEmbedded: env.EMBEDDED,
    mailboxPort: env.MAILBOX_PORT,
    smtpUrls: env.SMTP_URLS,
    references: env.SELF_TEST_SERVERS,
  });
  if (env.HEARTBEAT_URL === undefined) return null;
  if (target === null)
    throw new Error("HEARTBEAT_TARGET must name a server to check: there are no SELF_TEST_SERVERS to choose from.");
  return { target, everyS: env.HEARTBEAT_EVERY_S };
}
