import type { Reply } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";
import { isMailBegun, reset } from "./reset.ts";

/** The check has its verdict by now; nobody waits longer than this for a farewell, in ms. */
const FAREWELL_MS = 1_000;

/** The end of the connection follows the farewell at once, or nobody needs to know, in ms. */
const CLOSING_MS = 50;

/**
 * Takes leave (RFC 5321 section 4.1.1.10), once what was begun is taken back. A server that does not answer properly is odd, but no less
 * up: unless its farewell comes after another answer, and so none of its answers was to what it had been asked. One that has
 * said 421 is free to be gone.
 */
export async function quit(dialogue: SmtpDialogue): Promise<null> {
  const { session } = dialogue;
  const last = session.stages.at(-1);
  const isClosing = last?.reply?.code === 421;
  if (!isClosing && isMailBegun(session)) await reset(session, FAREWELL_MS);
  if (!session.isOpen) return null;

  const endsAtMs = performance.now() + FAREWELL_MS;
  session.send("QUIT");
  const answer = await readReply(session, FAREWELL_MS);
  if (isFarewell(answer)) {
    if (dialogue.facts.tls !== null) await leaveTls(session);
    return null;
  }
  if ("failure" in answer) {
    if (!isClosing) session.warn(`QUIT was not answered (${answer.failure}).`);
    return null;
  }
  session.warn(`QUIT was answered with ${answer.code} instead of 221.`);
  const next = await readReply(session, endsAtMs - performance.now());
  if (isFarewell(next)) session.odd("desync", "The server answered once more than it was asked.", last?.stage);
  return null;
}

/** A server that has said 221 closes at once. Where its TLS is not closed first, an end cannot be told from one that somebody made. */
async function leaveTls(session: Session): Promise<void> {
  if ((await session.closesTls(CLOSING_MS)) === false)
    session.warn("The server closes the connection without closing TLS (close_notify).");
}

function isFarewell(answer: Reply<number> | Failure): boolean {
  return "code" in answer && answer.code === 221;
}
