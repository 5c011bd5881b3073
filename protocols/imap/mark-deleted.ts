import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { ask } from "./ask.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { mailboxName } from "./mailbox-name.ts";
import { quoted } from "./quoted.ts";
import type { Place } from "./search.ts";

/** Marks a message as deleted (RFC 9051 sections 6.3.2 and 6.4.6); it goes with `expunge`. */
export async function markDeleted(dialogue: ImapDialogue, { folder, uid }: Place): Promise<Reason | null> {
  for (const command of [`SELECT ${quoted(mailboxName(folder))}`, `UID STORE ${uid} +FLAGS.SILENT (\\Deleted)`]) {
    const { answer } = await ask(dialogue, command);
    if ("failure" in answer || answer.code !== "OK") return answerReason(dialogue, "delete", answer);
  }
  return null;
}
