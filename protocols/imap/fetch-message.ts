import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import { ask } from "./ask.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { mailboxName } from "./mailbox-name.ts";
import { quoted } from "./quoted.ts";
import type { Datum } from "./response-parser.ts";
import type { Place } from "./search.ts";

/** Of a longer message the beginning is fetched: its header, which is what says most. */
const MOST_FETCHED = 1024 * 1024;

/** Beside the message itself there may be other data. */
const ANSWER_BYTES = MOST_FETCHED + 64 * 1024;

/** A message as it arrived: its text (Latin-1), its size in bytes, and when the server says that it came, in epoch ms; null where it does not. */
export type Fetched = { text: string; sizeBytes: number; arrivedAt: number | null };

const DATA = /^\* \d+ FETCH /i;

/** Fetches a message and leaves it as it is, unseen (RFC 9051 section 6.4.5: BODY.PEEK). */
export async function fetchMessage(
  dialogue: ImapDialogue,
  { folder, uid }: Place,
): Promise<{ message: Fetched; reason: null } | { message: null; reason: Reason | null }> {
  const opened = (await ask(dialogue, `EXAMINE ${quoted(mailboxName(folder))}`)).answer;
  if ("failure" in opened || opened.code !== "OK") return { message: null, reason: answerReason(dialogue, "fetch", opened) };
  const wanted = `UID FETCH ${uid} (UID INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.${MOST_FETCHED}>)`;
  const { answer, data } = await ask(dialogue, wanted, { data: DATA, mostBytes: ANSWER_BYTES });
  if ("failure" in answer || answer.code !== "OK") return { message: null, reason: answerReason(dialogue, "fetch", answer) };
  const message = data.map(messageIn).find((each) => each !== null) ?? null;
  if (message !== null) return { message, reason: null };
  return {
    message: null,
    reason: { code: "fetch.protocol", stage: "fetch", reply: answer, detail: "The answer holds no message." },
  };
}

/** The message stands in a literal, as large as it is. */
function messageIn({ text, literals }: Datum): Fetched | null {
  const [, size] = /\bRFC822\.SIZE (\d{1,15})\b/i.exec(text) ?? [];
  const [, date] = /\bINTERNALDATE "([^"]{1,40})"/i.exec(text) ?? [];
  const pieces = /\bBODY\[\]/i.test(text) ? literals.at(-1) : undefined;
  if (pieces === undefined) return null;
  const whole = pieces.join("");
  return {
    text: whole,
    sizeBytes: size === undefined ? whole.length : Number(size),
    arrivedAt: date === undefined ? null : instantOf(date),
  };
}

/** RFC 9051 section 9, date-time: " 9-Nov-2026 10:00:05 +0000". */
function instantOf(date: string): number | null {
  const [, day, month, year, rest] = /^ ?(\d{1,2})-([a-z]{3})-(\d{4}) (\d\d:\d\d:\d\d [+-]\d{4})$/i.exec(date) ?? [];
  const at = Date.parse(`${day} ${month} ${year} ${rest}`);
  return Number.isNaN(at) ? null : at;
}
