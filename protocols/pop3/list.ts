import type { Reply } from "#core/check/reply.ts";
import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";
import { messagesIn } from "./stat.ts";

/** Of a mailbox with more messages only the first is listed: a long list says no more, and costs the server more. */
const MOST_LISTED = 1_000;

/**
 * Asks how many messages there are, and lists them (RFC 1939 section 5): the mailbox can be opened and read. Nothing in it is fetched,
 * marked or deleted. A mailbox holds still while we are in it, so that a list of another length is odd.
 */
export async function list(dialogue: Pop3Dialogue): Promise<Reason | null> {
  const { session } = dialogue;
  session.send("STAT");
  const stat = await readReply(session);
  if ("failure" in stat || stat.code !== "+OK") return answerReason(dialogue, "list", stat);
  const messages = messagesIn(stat);
  if (messages === null) return senseless(stat);

  const isAll = messages <= MOST_LISTED;
  session.send(isAll ? "LIST" : "LIST 1");
  const listed = await readReply(session, isAll ? { mostLines: MOST_LISTED } : {});
  if ("failure" in listed || listed.code !== "+OK") return answerReason(dialogue, "list", listed);
  const count = listed.lines.length - 1;
  if (isAll && count !== messages) session.warn(`STAT tells of ${messages} messages and LIST of ${count}.`);
  return null;
}

function senseless(reply: Reply): Reason {
  return { code: "list.protocol", stage: "list", reply, detail: "The answer to STAT does not say how many messages there are." };
}
