import { CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import { incidentSentence, incidentSubject } from "#core/incident/incident-sentence.ts";
import { messageFacts } from "#core/message/message-facts.ts";
import type { Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import type { Speech } from "../phone-provider/provider.ts";

/** The key that acknowledges. */
export const ACKNOWLEDGE_KEY = "1";

/** The key by which whoever is called with a code has the team send nothing more there. */
export const REVOKE_KEY = "9";

/** Who has an incident, as far as whoever is called about it may hear. */
export type Hold = "nobody" | "you" | "somebody" | "over" | "gone";

const MAX_SAID_CHARS = 400;
const NAME = "This is Ehlowatch.";

/** What a call says of a message; where nobody has its incident, twice, and it asks for the key, which is told to `keyUrl`. */
export function messageSpeech(message: Message, hold: Hold, keyUrl: string): Speech {
  const told = spoken(toldOf(message));
  if (!canBeTaken(message)) return { said: [NAME, 1, told, 1, told, 1, "Goodbye."] };
  if (hold !== "nobody") return { said: [NAME, 1, told, 1, HELD[hold]] };
  const ask = `Press ${ACKNOWLEDGE_KEY} to acknowledge${message.kind === "digest" ? " all of it" : ""}.`;
  return { said: [NAME, 1, told, 1, ask, 2, told, 1, ask], keyUrl, otherwise: "Nobody has acknowledged it. Goodbye." };
}

/** What is said to whoever pressed the key. */
export function acknowledgedSpeech(hold: Exclude<Hold, "nobody"> | "yours-now"): Speech {
  return { said: [hold === "yours-now" ? "Thank you. You have acknowledged it. Goodbye." : HELD[hold]] };
}

/** A code, digit by digit, twice, and which key stops such calls, which is told to `keyUrl`. */
export function codeSpeech(code: string, keyUrl: string): Speech {
  const digits = Array.from(code).flatMap((digit) => [digit, 1]);
  const lifetime = `It counts for ${CODE_LIFETIME_MS / 60_000} minutes.`;
  const stop = `If you did not ask for it, press ${REVOKE_KEY}, and nothing more comes from there.`;
  return {
    said: [`${NAME} Your code is:`, 1, ...digits, "Once more:", 1, ...digits, lifetime, 1, stop],
    keyUrl,
    otherwise: "Goodbye.",
  };
}

/** What is said to whoever has stopped them. */
export const REVOKED_SPEECH: Speech = { said: ["Nothing more is sent to this number from there. Goodbye."] };

/** What is said where what the call was about is not there any more. */
export const GONE_SPEECH: Speech = { said: [`${NAME} What this call was about is not there any more. Goodbye.`] };

const HELD: Record<Exclude<Hold, "nobody">, string> = {
  you: "You have it already. Goodbye.",
  somebody: "Somebody has it already. Goodbye.",
  over: "It is over already. Goodbye.",
  gone: "It is not there any more. Goodbye.",
};

/** Whether there is something in it that somebody may take on. */
function canBeTaken(message: Message): boolean {
  if (message.kind === "digest") return message.entries.some(({ state }) => state !== "over" && state !== "change");
  return "endedAt" in message && message.endedAt === null;
}

function toldOf(message: Message): string {
  const { title, sentence } = messageFacts(message);
  if (message.kind === "test") return sentence;
  if (
    message.kind === "digest" ||
    message.kind === "channel_failed" ||
    message.kind === "channel_revoked" ||
    message.kind === "recipient_revoked"
  )
    return `${title}. ${sentence}`;
  if (message.kind === "change" || message.endedAt !== null) return `${title}.`;
  const { kind, status = "down", monitorName, monitorKind, reason, diagnosis } = message;
  const state = kind === "incident_flapping" ? "Flapping" : status === "degraded" ? "Degraded" : "Down";
  return `${state}: ${incidentSentence(incidentSubject(monitorName, monitorKind, reason), reason.code, diagnosis.headline)}`;
}

/** Codes are read digit by digit: "four five two". */
function spoken(text: string): string {
  return shortened(text.replaceAll(/(?<![\w.:])(\d)(\d)(\d)(?![\w.:])/g, "$1 $2 $3"), MAX_SAID_CHARS);
}
