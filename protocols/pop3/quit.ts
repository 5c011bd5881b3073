import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** The check has its verdict by now; nobody waits longer than this for a farewell, in ms. */
const FAREWELL_MS = 1_000;

/** The end of the connection follows the farewell at once, or nobody needs to know, in ms. */
const CLOSING_MS = 50;

/**
 * Takes leave (RFC 1939 sections 4 and 6); nothing was marked as deleted, so that nothing changes. A server that does not answer properly
 * is odd, but no less up. One that has refused us in its greeting is free to be gone.
 */
export async function quit(dialogue: Pop3Dialogue): Promise<null> {
  const { session, facts } = dialogue;
  const last = session.stages.at(-1);
  const isTurnedAway = last?.stage === "greeting" && last.reply?.code === "-ERR";
  session.send("QUIT");
  const answer = await readReply(session, {}, FAREWELL_MS);
  if ("failure" in answer) {
    if (!isTurnedAway) session.warn(`QUIT was not answered (${answer.failure}).`);
    return null;
  }
  if (answer.code !== "+OK") session.warn("QUIT was answered with -ERR.");
  if (session.dropUnread() !== "") session.odd("desync", "The server answered once more than it was asked.", last?.stage);
  if (facts.tls !== null && (await session.closesTls(CLOSING_MS)) === false)
    session.warn("The server closes the connection without closing TLS (close_notify).");
  return null;
}
