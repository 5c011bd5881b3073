import type { ChannelKind } from "../channel/channel.ts";
import { durationShort } from "../text/duration.ts";
import type { EscalationPolicy, Ladder, Tell } from "./escalation-policy.ts";

/** What channels, contacts and on-call schedules are called, by their ids. */
export type Called = {
  channels: ReadonlyMap<number, string>;
  contacts: ReadonlyMap<number, string>;
  onCall: ReadonlyMap<number, string>;
};

/** A kind of channel as the way by which a contact is told. */
export const ROADS = {
  email: "mail",
  sms: "SMS",
  phone: "phone call",
  slack: "Slack",
  discord: "Discord",
  teams: "Teams",
  telegram: "Telegram",
  ntfy: "ntfy",
  pushover: "Pushover",
  pagerduty: "PagerDuty",
  opsgenie: "Opsgenie",
  webhook: "webhook",
} as const satisfies Record<ChannelKind, string>;

/** A sentence about who is told, and what it is about: `when` is "At once", "After 5 min", "Warnings". */
export type PolicySentence = { when: string; text: string };

/** A policy in sentences, in the order in which things happen. */
export function policySentences(policy: EscalationPolicy, called: Called): PolicySentence[] {
  const { down, degraded, change, quietHours, acknowledgedForS } = policy;
  return [
    ...ladderSentences(down, called),
    ...(degraded === null ? [] : [{ when: "Warnings", text: ladderText(degraded, called) }]),
    ...(change === null ? [] : [{ when: "Changes", text: tellsWords(change, called) }]),
    ...(quietHours === null
      ? []
      : [
          {
            when: "Quiet hours",
            text: `warnings and changes wait from ${quietHours.from} to ${quietHours.to} (${quietHours.timeZone})`,
          },
        ]),
    ...(acknowledgedForS === null
      ? []
      : [{ when: "Acknowledged", text: `for ${durationShort(acknowledgedForS * 1000)}, then the steps begin anew` }]),
  ];
}

/** Who is told, in words: "Ann by SMS and the monitor's channels". */
export function tellsWords(tells: readonly Tell[], called: Called): string {
  const words = tells.map((tell) => tellWords(tell, called));
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "nobody");
}

function ladderSentences({ steps, repeat }: Ladder, called: Called): PolicySentence[] {
  const sentences = steps.map(({ afterS, tell }) => ({
    when: afterS === 0 ? "At once" : `After ${durationShort(afterS * 1000)}`,
    text: tellsWords(tell, called),
  }));
  if (repeat === null) return sentences;
  const times = repeat.times === 1 ? "once" : `${repeat.times} times`;
  return [...sentences, { when: "Again", text: `every ${durationShort(repeat.everyS * 1000)}, ${times}` }];
}

function ladderText(ladder: Ladder, called: Called): string {
  return ladderSentences(ladder, called)
    .map(({ when, text }) => `${when.toLowerCase()} ${text}`)
    .join("; ");
}

function tellWords(tell: Tell, { channels, contacts, onCall }: Called): string {
  if ("channelsOf" in tell) return "the monitor's channels";
  if ("channelId" in tell) return channels.get(tell.channelId) ?? "a channel that is gone";
  const by = tell.by ? ` by ${tell.by.map((kind) => ROADS[kind]).join(" and ")}` : "";
  if ("contactId" in tell) return `${contacts.get(tell.contactId) ?? "a contact who is gone"}${by}`;
  const name = onCall.get(tell.onCallId);
  return name === undefined ? "an on-call schedule that is gone" : `whoever is on call in ${name}${by}`;
}
