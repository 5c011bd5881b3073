import type { Reply } from "#core/check/reply.ts";
import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { mailboxName } from "./mailbox-name.ts";
import { quoted } from "./quoted.ts";
import { readAnswer } from "./read-answer.ts";
import { TAGS } from "./tags.ts";

/** There is no such folder (RFC 5530 section 3, RFC 9051 section 7.1), said by a code or, by many servers, only in words. */
const MISSING_CODES = ["NONEXISTENT", "TRYCREATE"];
const MISSING = /\b(?:does(?:n't| not) exist|no such (?:mailbox|folder)|unknown (?:mailbox|folder)|not found)\b/i;

/** Opens the folder by EXAMINE (RFC 9051 section 6.3.3), which changes nothing in it: no message becomes an old one. */
export async function select(dialogue: ImapDialogue): Promise<Reason | null> {
  const { session, target } = dialogue;
  const tag = TAGS.select;
  const folder = target.folder ?? "INBOX";
  session.send(`${tag} EXAMINE ${quoted(mailboxName(folder))}`);
  const { answer } = await readAnswer(session, { tag });
  if ("failure" in answer || answer.code !== "NO" || !isMissing(answer)) {
    return "code" in answer && answer.code === "OK" ? null : answerReason(dialogue, "select", answer);
  }
  return { code: "select.missing", stage: "select", reply: answer, detail: `There is no folder ${folder}.` };
}

function isMissing({ enhanced, lines }: Reply): boolean {
  return MISSING_CODES.includes(enhanced ?? "") || MISSING.test(lines[0] ?? "");
}
