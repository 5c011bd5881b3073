import { changeSentence } from "../change/change-text.ts";
import { stageLabel } from "../check/stage.ts";
import { headlineOfServer } from "../diagnosis/server-told.ts";
import type { Reason } from "../reason/reason.ts";
import { durationWords } from "../text/duration.ts";
import { shortened } from "../text/shortened.ts";
import { digestSubject } from "./digest-words.ts";
import type { ChangeMessage, IncidentMessage, Message } from "./message.ts";

/** A lock screen shows about forty characters: the name may take most, the rest must still fit an inbox. */
const MAX_NAME_CHARS = 60;
const MAX_CHANGE_CHARS = 120;

/**
 * A message in one line for a lock screen or an inbox: "Down: mx1 — greeting 554", "Degraded: mx1 — rcpt greylisted", "Up again: mx1 after
 * 4 min", "Flapping: mx1 — 3 changes in 6 min", "Certificate of mx1.example.com expires in 14 days", "12 down, 3 up again — mx1.example.com:25".
 */
export function messageSubject(message: Message): string {
  if (message.kind === "test") return `Test: ${shortened(message.channelName, MAX_NAME_CHARS)}`;
  if (message.kind === "channel_failed")
    return `Not delivered: ${shortened(message.channelName, MAX_NAME_CHARS)} did not take a message`;
  if (message.kind === "channel_revoked")
    return `Revoked: ${shortened(message.channelName, MAX_NAME_CHARS)} is told of nothing any more`;
  if (message.kind === "recipient_revoked")
    return `Revoked: no test messages to ${shortened(message.mailbox, MAX_NAME_CHARS)} any more`;
  if (message.kind === "digest") return digestSubject(message);
  if (message.kind === "change") return changesInShort(message);
  const name = shortened(message.monitorName, MAX_NAME_CHARS);
  const isOutage = message.status !== "degraded";
  if (message.kind === "incident_resolved") {
    const steady = message.hasFlapped ? " and steady" : "";
    return `${isOutage ? "Up" : "Fine"}${steady} again: ${name} after ${durationWords(outageMs(message))}`;
  }
  if (message.kind === "incident_flapping") return `Flapping: ${name} — ${turnsInShort(message)}`;
  const reason = headlineOfServer(reasonInShort(message.reason), message.monitorKind, message.reason);
  return `${isOutage ? "Down" : "Degraded"}: ${name} — ${reason}`;
}

function changesInShort({ host, changes, monitorKind }: ChangeMessage): string {
  const name = shortened(host, MAX_NAME_CHARS);
  const [first, ...others] = changes.map((change) => changeSentence(name, change, monitorKind));
  if (first === undefined) return `Changes of ${name}`;
  return `${shortened(first, MAX_CHANGE_CHARS)}${others.length === 0 ? "" : `, and ${others.length} more`}`;
}

/** How long the incident lasted, in milliseconds; 0 while it goes on. */
export function outageMs({ startedAt, endedAt }: Pick<IncidentMessage, "startedAt" | "endedAt">): number {
  return endedAt === null ? 0 : Date.parse(endedAt) - Date.parse(startedAt);
}

/** How often a monitor came and went lately, and within what time: "3 changes in 6 min". */
export function turnsInShort({ turnedAt = [] }: Pick<IncidentMessage, "turnedAt">): string {
  const withinMs = Date.parse(turnedAt.at(-1) ?? "") - Date.parse(turnedAt[0] ?? "");
  return turnedAt.length === 0 ? "comes and goes" : `${turnedAt.length} changes in ${durationWords(withinMs)}`;
}

/** The stage and what went wrong there, in a word or two: "greeting 554", "connect refused", "tls expired". */
export function reasonInShort({ code, stage, reply }: Reason): string {
  const failure = code.slice(code.indexOf(".") + 1);
  const where = stage ? stageLabel(stage) : code.slice(0, code.indexOf("."));
  return `${where} ${reply && failure === "reply" ? reply.code : failure}`;
}
