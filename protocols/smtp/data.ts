import type { Reason } from "#core/reason/reason.ts";
import type { Failure } from "#network/failure.ts";
import { answerReason } from "../dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { dotStuffed } from "./dot-stuffed.ts";
import { readReply } from "./read-reply.ts";

/**
 * Sends a message (RFC 5321 section 4.1.1.4), given as bytes in Latin-1 with any line ends. What goes wrong before the dot that ends it
 * means that it was not accepted. After the dot nobody can tell (RFC 1047): the reason is then `data.unconfirmed`, and the message
 * must not be sent again.
 */
export async function data(dialogue: SmtpDialogue, message: string): Promise<Reason | null> {
  const { session } = dialogue;
  session.send("DATA");
  const leave = await readReply(session);
  if ("failure" in leave || leave.code !== 354) return answerReason(dialogue, "data", leave);

  const lost = await session.sendText(dotStuffed(message));
  if (lost !== null || session.hasUnread) {
    const early = await refusedEarly(dialogue, lost);
    if (early !== "go on") return early;
  }
  session.send(".");
  const answer = await readReply(session);
  if ("code" in answer) return answer.code === 250 ? null : answerReason(dialogue, "data", answer);
  const detail = answer.detail ?? `The connection was lost (${answer.failure}).`;
  return { code: "data.unconfirmed", stage: "data", reply: null, detail };
}

/**
 * A server that has had enough may refuse before the message is over. It then takes no commands, and the dot would be taken for
 * a wish to go on: the connection is given up.
 */
async function refusedEarly(dialogue: SmtpDialogue, lost: Failure | null): Promise<Reason | null | "go on"> {
  const { session } = dialogue;
  const said = await readReply(session);
  if ("code" in said && said.code < 400 && lost === null) {
    session.odd("desync", "The server answered before the message was over.");
    return "go on";
  }
  session.abandon({ failure: "closed", detail: null });
  return answerReason(dialogue, "data", "code" in said && said.code < 400 ? lost! : said);
}
