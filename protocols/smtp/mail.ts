import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Names the sender (RFC 5321 section 4.1.1.2); an empty one is that of a bounce. Here a server says first that its disk is full. */
export async function mail(dialogue: SmtpDialogue): Promise<Reason | null> {
  dialogue.session.send(`MAIL FROM:<${dialogue.target.envelope?.from ?? ""}>`);
  const answer = await readReply(dialogue.session);
  return "code" in answer && answer.code === 250 ? null : answerReason(dialogue, "mail", answer);
}
