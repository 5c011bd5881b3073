import type { Reply } from "#core/check/reply.ts";
import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** The stages in which a script says a line and hears a reply. */
export type SaidStage = "command" | "mail" | "rcpt";

/** Says a line of a script and waits for its whole reply, whatever it is: what it had to be the script says. */
export async function say(
  dialogue: SmtpDialogue,
  stage: SaidStage,
  line: string,
): Promise<{ reply: Reply<number>; reason: null } | { reply: null; reason: Reason | null }> {
  dialogue.session.send(line);
  const answer = await readReply(dialogue.session);
  return "code" in answer ? { reply: answer, reason: null } : { reply: null, reason: answerReason(dialogue, stage, answer) };
}
