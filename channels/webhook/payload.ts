import { changeSentence, changeTexts } from "#core/change/change-text.ts";
import { messageFacts } from "#core/message/message-facts.ts";
import type { ChangeMessage, IncidentMessage, Message } from "#core/message/message.ts";
import { messageKey } from "../message-key.ts";

const INCIDENT_TYPES = {
  incident_opened: "incident.opened",
  incident_worsened: "incident.worsened",
  incident_flapping: "incident.flapping",
  incident_resolved: "incident.resolved",
} as const satisfies Record<IncidentMessage["kind"], string>;

/**
 * What a webhook is sent (docs/webhook.md): `type` says what it tells of, `timestamp` when it was made. `data` has what every message has, and what
 * those of its type have. Names stay as they are: what comes later is added.
 */
export type WebhookPayload = { type: string; timestamp: string; data: { title: string; text: string; url: string } };

/** A message as data. JSON parses nothing in a text, so what others wrote stands as it is. */
export function webhookPayload(message: Message, createdAt: Date): WebhookPayload {
  const { title, sentence: text } = messageFacts(message);
  return {
    type: typeOf(message),
    timestamp: createdAt.toISOString(),
    data: { title, text, url: message.url, ...dataOf(message) },
  };
}

function typeOf({ kind }: Message): string {
  if (kind === "test") return "channel.test";
  if (kind === "channel_failed") return "channel.failed";
  if (kind === "channel_revoked") return "channel.revoked";
  if (kind === "recipient_revoked") return "recipient.revoked";
  if (kind === "digest") return "digest"; // none is made for it: core/message/storm.ts
  return kind === "change" ? "monitor.changed" : INCIDENT_TYPES[kind];
}

function dataOf(message: Message): object {
  if (message.kind === "test") return { channel: { name: message.channelName } };
  if (message.kind === "channel_failed")
    return { channel: { name: message.channelName }, reason: message.reason, failedAt: message.at };
  if (message.kind === "channel_revoked") return { channel: { name: message.channelName }, revokedAt: message.at };
  if (message.kind === "recipient_revoked") return { recipient: { mailbox: message.mailbox }, revokedAt: message.at };
  if (message.kind === "digest") return { entries: message.entries };
  return message.kind === "change" ? dataOfChange(message) : dataOfIncident(message);
}

function dataOfIncident(message: IncidentMessage) {
  const { status = "down", startedAt, endedAt, acknowledgeUrl = null, turnedAt = [], reason, diagnosis, lines } = message;
  const { cause, headline, plain, next, rfc } = diagnosis;
  return {
    monitor: monitorOf(message),
    incident: { key: messageKey(message), status, startedAt, endedAt, acknowledgeUrl, turnedAt },
    reason,
    diagnosis: { headline, cause, plain, next, rfc },
    transcript: lines,
  };
}

function dataOfChange(message: ChangeMessage) {
  const { at, host, changes, monitorKind } = message;
  const changed = changes.map((change) => ({
    aspect: change.aspect,
    text: changeSentence(host, change, monitorKind),
    ...changeTexts(change),
  }));
  return { monitor: monitorOf(message), seenAt: at, changes: changed };
}

function monitorOf({ monitorId, monitorName, monitorKind = "smtp", target }: IncidentMessage | ChangeMessage) {
  return { id: monitorId, name: monitorName, kind: monitorKind, target };
}
