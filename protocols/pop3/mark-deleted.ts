import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Marks a message as deleted; it goes with QUIT (RFC 1939 sections 5 and 6). */
export async function markDeleted(dialogue: Pop3Dialogue, number: number): Promise<Reason | null> {
  dialogue.session.send(`DELE ${number}`);
  const answer = await readReply(dialogue.session);
  return "code" in answer && answer.code === "+OK" ? null : answerReason(dialogue, "delete", answer);
}
