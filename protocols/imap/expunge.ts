import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { isOffered } from "../offered.ts";
import { ask } from "./ask.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { mailboxName } from "./mailbox-name.ts";
import { quoted } from "./quoted.ts";

const FOUND = /^\* SEARCH(?: |$)/i;

/**
 * Takes the messages that were marked out of a folder: these and no others (UID EXPUNGE, RFC 4315 section 2.1). A server that cannot
 * take out some takes out all that anybody marked (RFC 9051 section 6.4.3): then it is only asked where those are ours.
 */
export async function expunge(dialogue: ImapDialogue, folder: string, uids: readonly number[]): Promise<Reason | null> {
  if (uids.length === 0) return null;
  const opened = (await ask(dialogue, `SELECT ${quoted(mailboxName(folder))}`)).answer;
  if ("failure" in opened || opened.code !== "OK") return answerReason(dialogue, "expunge", opened);
  const canChoose = ["UIDPLUS", "IMAP4rev2"].some((word) => isOffered(dialogue.facts.capabilities, word));
  if (!canChoose) {
    const { answer, data } = await ask(dialogue, "UID SEARCH DELETED", { data: FOUND });
    if ("failure" in answer || answer.code !== "OK") return answerReason(dialogue, "expunge", answer);
    const marked = data.flatMap(({ text }) => text.match(/\b\d{1,10}\b/g) ?? []).map(Number);
    if (marked.some((uid) => !uids.includes(uid))) {
      dialogue.session.warn("Other messages are marked as deleted, and the server can only take out all of them: nothing was.");
      return null;
    }
  }
  const { answer } = await ask(dialogue, canChoose ? `UID EXPUNGE ${uids.join(",")}` : "EXPUNGE");
  return "code" in answer && answer.code === "OK" ? null : answerReason(dialogue, "expunge", answer);
}
