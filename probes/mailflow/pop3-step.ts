import type { Reason } from "#core/reason/reason.ts";
import type { Pop3Step } from "#core/script/mailbox-steps.ts";
import type { Pop3Dialogue } from "#protocols/pop3/dialogue.ts";
import { fetchMessage } from "#protocols/pop3/fetch-message.ts";
import { markDeleted } from "#protocols/pop3/mark-deleted.ts";
import { search } from "#protocols/pop3/search.ts";
import { within } from "./connect-server.ts";
import { earlierTokens, FAIR_LOOK_MS, findMessage, type Look } from "./find-message.ts";
import { userName } from "./log-in-step.ts";
import { noteFetched } from "./note-fetched.ts";
import { askAgainLater, comeInAnew, encrypt, enter, isTooEarly, leave, logIn } from "./pop3-visits.ts";
import type { Running } from "./running.ts";

/** What people call the one folder there is. */
const MAILBOX = "INBOX";

/** A new look is a new session, with a login: servers do not like those too often, in ms. */
const AGAIN_MS = 5_000;

/** Takes a step by POP3. */
export async function pop3Step(running: Running, step: Pop3Step): Promise<Reason | null> {
  if (step.pop3 === "connect") return enter(running, running.script.servers[step.server]!);
  const dialogue = running.open.pop3!;
  switch (step.pop3) {
    case "stls":
      return encrypt(running, dialogue);
    case "login": {
      const { value: username, reason } = userName(running, step);
      return reason !== null ? reason : logIn(running, dialogue, { ...step, username });
    }
    case "search":
      return lookFor(running, step.every ?? AGAIN_MS);
    case "fetch":
      return fetchIt(running, dialogue);
    case "delete":
      return deleteAll(running, dialogue);
    case "quit":
      return leave(running, dialogue);
  }
}

/** A mailbox holds still for whoever is in it (RFC 1939 section 4): what comes later shows to whoever comes in anew. */
async function lookFor(running: Running, everyMs: number): Promise<Reason | null> {
  const words = [running.run.token, ...earlierTokens(running)];
  let looks = 0;
  let turnedAway: Reason | null = null;
  const reason = await findMessage(
    running,
    () => untilNextLookMs(running, everyMs),
    async () => {
      const comingIn = looks === 0 ? null : await comeInAnew(running);
      turnedAway = isTooEarly(comingIn) ? comingIn : null;
      const look: Look = { folder: null, earlier: [], reason: turnedAway === null ? comingIn : null };
      if (comingIn !== null) return look;
      looks++;
      const dialogue = running.open.pop3!;
      look.reason = await within(running, dialogue, "search", async () => {
        const { found, reason } = await search(dialogue, words);
        running.places.pop3 = found.toSorted((one) => (one.word === running.run.token ? -1 : 1)).map(({ number }) => number);
        if (found.some(({ word }) => word === running.run.token)) look.folder = MAILBOX;
        look.earlier = found
          .filter(({ word }) => word !== running.run.token)
          .map(({ word }) => ({ token: word, folder: MAILBOX, arrivedAt: null }));
        return reason;
      });
      return look;
    },
  );
  return reason?.code === "delivery.lost" ? orNotToBeTold(running, reason, looks, turnedAway) : reason;
}

/**
 * How long until a mailbox may be looked into again. Where the server's delay is what matters, the last look that it allows is taken at the end: what is not there
 * then is lost.
 */
function untilNextLookMs(running: Running, everyMs: number): number {
  const { delayMs, nextLoginAtMs } = running.pop3Way!;
  const soonestMs = Math.max(everyMs, nextLoginAtMs - performance.now());
  if (delayMs <= everyMs) return soonestMs;
  const lastMs = running.leftMs() - FAIR_LOOK_MS;
  return lastMs >= soonestMs && lastMs < soonestMs + delayMs ? lastMs : soonestMs;
}

/** What was not found is only lost where we were let in to look for it. */
function orNotToBeTold(running: Running, lost: Reason, looks: number, turnedAway: Reason | null): Reason {
  if (turnedAway !== null) {
    askAgainLater(running);
    return turnedAway;
  }
  const { delayMs, nextLoginAtMs } = running.pop3Way!;
  const isKeptOut = nextLoginAtMs - performance.now() >= running.leftMs();
  if (looks > 1 || !isKeptOut) return lost;
  const delayS = Math.round(delayMs / 1000);
  running.status = "unknown";
  const detail = `The server wants ${delayS} s between two logins (LOGIN-DELAY ${delayS}), so there was one look: the step wants more time.`;
  return { ...lost, detail };
}

async function fetchIt(running: Running, dialogue: Pop3Dialogue): Promise<Reason | null> {
  let fetched = null as string | null;
  const reason = await within(running, dialogue, "fetch", async () => {
    const [number] = running.places.pop3;
    if (number === undefined || running.found === null) return null;
    const { text, reason } = await fetchMessage(dialogue, number);
    if (text === null) return reason;
    fetched = text;
    return null;
  });
  if (fetched !== null) await noteFetched(running, fetched, null);
  return reason;
}

function deleteAll(running: Running, dialogue: Pop3Dialogue): Promise<Reason | null> {
  return within(running, dialogue, "delete", async () => {
    for (const number of running.places.pop3) {
      const reason = await markDeleted(dialogue, number);
      if (reason !== null) return reason;
    }
    running.places.pop3 = [];
    return null;
  });
}
