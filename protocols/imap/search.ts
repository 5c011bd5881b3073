import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { ask } from "./ask.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { mailboxName } from "./mailbox-name.ts";
import { quoted } from "./quoted.ts";

/** Where a message is: in a folder, under its unique identifier there (RFC 9051 section 2.3.1.1). */
export type Place = { folder: string; uid: number };

const FOUND = /^\* SEARCH(?: |$)/i;

/**
 * Looks for the messages that have a word in their Message-ID or their subject, in each of the folders, and changes nothing in them: EXAMINE, UID
 * SEARCH (RFC 9051 sections 6.3.3 and 6.4.4). A folder that is not there has none, which is told. What is found stands in `places`.
 */
export async function search(
  dialogue: ImapDialogue,
  folders: readonly string[],
  word: string,
): Promise<{ places: Place[]; reason: Reason | null }> {
  const places: Place[] = [];
  for (const folder of folders) {
    const opened = (await ask(dialogue, `EXAMINE ${quoted(mailboxName(folder))}`)).answer;
    if ("code" in opened && opened.code === "NO") {
      dialogue.session.warn(`The folder ${folder} could not be opened: ${opened.lines[0] ?? ""}`.trim());
      continue;
    }
    if ("failure" in opened || opened.code !== "OK") return { places, reason: answerReason(dialogue, "search", opened) };

    const said = `UID SEARCH OR HEADER Message-ID ${quoted(word)} SUBJECT ${quoted(word)}`;
    const { answer, data } = await ask(dialogue, said, { data: FOUND });
    if ("failure" in answer || answer.code !== "OK") return { places, reason: answerReason(dialogue, "search", answer) };
    const uids = data.flatMap(({ text }) => text.match(/\b\d{1,10}\b/g) ?? []).map(Number);
    places.push(...uids.map((uid) => ({ folder, uid })));
  }
  return { places, reason: null };
}
