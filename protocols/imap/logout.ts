import type { ImapDialogue } from "./dialogue.ts";
import { readAnswer } from "./read-answer.ts";
import { TAGS } from "./tags.ts";

/** The check has its verdict by now; nobody waits longer than this for a farewell, in ms. */
const FAREWELL_MS = 1_000;

/** The end of the connection follows the farewell at once, or nobody needs to know, in ms. */
const CLOSING_MS = 50;

/**
 * Takes leave (RFC 9051 section 6.1.3). A server that does not answer properly is odd, but no less up. One that has said BYE is free to be
 * gone.
 */
export async function logout(dialogue: ImapDialogue): Promise<null> {
  const { session, facts } = dialogue;
  const last = session.stages.at(-1);
  if (last?.reply?.code === "BYE") return null;
  session.send(`${TAGS.logout} LOGOUT`);
  const { answer } = await readAnswer(session, { tag: TAGS.logout, isLeaving: true }, FAREWELL_MS);
  if ("failure" in answer) {
    session.warn(`LOGOUT was not answered (${answer.failure}).`);
    return null;
  }
  if (answer.code !== "OK") session.warn(`LOGOUT was answered with ${answer.code}.`);
  if (session.dropUnread() !== "") session.odd("desync", "The server answered once more than it was asked.", last?.stage);
  if (facts.tls !== null && (await session.closesTls(CLOSING_MS)) === false)
    session.warn("The server closes the connection without closing TLS (close_notify).");
  return null;
}
