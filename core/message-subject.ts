import { durationWords } from "./duration.ts";
import type { IncidentMessage, Message } from "./message.ts";
import type { Reason } from "./reason.ts";
import { shortened } from "./shortened.ts";
import { stageLabel } from "./stage.ts";

/** A lock screen shows about forty characters: the name may take most, the rest must still fit an inbox. */
const MAX_NAME_CHARS = 60;

/** A message in one line for a lock screen or an inbox: "Down: mx1 — greeting 554", "Up again: mx1 after 4 min". */
export function messageSubject(message: Message): string {
  if (message.kind === "test") return `Test: ${shortened(message.channelName, MAX_NAME_CHARS)}`;
  const name = shortened(message.monitorName, MAX_NAME_CHARS);
  return message.kind === "incident_opened"
    ? `Down: ${name} — ${reasonInShort(message.reason)}`
    : `Up again: ${name} after ${durationWords(outageMs(message))}`;
}

/** How long the monitor was down, in milliseconds; 0 while it still is. */
export function outageMs({ startedAt, endedAt }: IncidentMessage): number {
  return endedAt === null ? 0 : Date.parse(endedAt) - Date.parse(startedAt);
}

/** The stage and what went wrong there, in a word or two: "greeting 554", "connect refused", "tls expired". */
function reasonInShort({ code, stage, reply }: Reason): string {
  const failure = code.slice(code.indexOf(".") + 1);
  const where = stage ? stageLabel(stage) : code.slice(0, code.indexOf("."));
  return `${where} ${reply && failure === "reply" ? reply.code : failure}`;
}
