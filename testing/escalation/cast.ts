import type { ChannelKind } from "#core/channel/channel.ts";
import type { EscalationPolicy, Step, Tell } from "#core/escalation/escalation-policy.ts";
import type { OnCallSchedule, Rotation } from "#core/on-call/on-call.ts";
import type { LocalHours } from "#core/time/local-hours.ts";

/** Who there is to be told: ann, ben and cho have e-mail, SMS and a phone, in this order; dan has nothing but a phone, and eve nothing at all. */
export const CONTACTS: Record<string, { contactId: number; kinds: ChannelKind[] }> = {
  ann: { contactId: 1, kinds: ["email", "sms", "phone"] },
  ben: { contactId: 2, kinds: ["email", "sms", "phone"] },
  cho: { contactId: 3, kinds: ["email", "sms", "phone"] },
  dan: { contactId: 4, kinds: ["phone"] },
  eve: { contactId: 5, kinds: [] },
};

/** Channels that are nobody's: a room of the team, a screen on a wall, and the channel of the monitor itself. */
const ROOMS: Record<string, ChannelKind> = { ops: "slack", wall: "webhook", own: "email" };

/** Every channel by its name, ann.sms or ops. */
export const CHANNELS: ReadonlyMap<string, { channelId: number; kind: ChannelKind }> = new Map([
  ...Object.entries(CONTACTS).flatMap(([name, { contactId, kinds }]) =>
    kinds.map((kind, index) => [`${name}.${kind}`, { channelId: contactId * 10 + index, kind }] as const),
  ),
  ...Object.entries(ROOMS).map(([name, kind], index) => [name, { channelId: 101 + index, kind }] as const),
]);

export type PolicyWords = { policy: string; warning?: string; repeat?: string; quiet?: string; lasts?: number; zone?: string };

/** A policy from its words: "0 ann.email own | 5 @duty.sms | 15 ben", minutes and whom; `own` is the channels of the monitor. */
export function policyOf(words: PolicyWords, schedules: readonly string[]): EscalationPolicy {
  const { policy, warning, quiet, lasts, zone = "UTC" } = words;
  const [everyMin, times] = words.repeat?.split(" x ").map(Number) ?? [];
  const repeat = everyMin === undefined ? null : { everyS: everyMin * 60, times: times! };
  const [from, to] = quiet?.split(" to ") ?? [];
  const steps = (text: string) => text.split("|").map((step) => stepOf(step, schedules));
  return {
    down: { steps: steps(policy), repeat },
    degraded: warning === undefined ? null : { steps: steps(warning), repeat: null },
    change: null,
    quietHours: from === undefined ? null : { from, to: to!, timeZone: zone },
    acknowledgedForS: lasts === undefined ? null : lasts * 60,
  };
}

function stepOf(text: string, schedules: readonly string[]): Step {
  const [after, ...whom] = text.trim().split(" ");
  return { afterS: Number(after) * 60, tell: whom.map((each) => tellOf(each, schedules)) };
}

function tellOf(text: string, schedules: readonly string[]): Tell {
  if (text === "own") return { channelsOf: "monitor" };
  const [name = "", kinds] = text.split(".");
  const by = kinds === undefined ? {} : { by: kinds.split("+") as ChannelKind[] };
  if (name.startsWith("@")) return { onCallId: schedules.indexOf(name.slice(1)) + 1, ...by };
  return name in ROOMS ? { channelId: CHANNELS.get(name)!.channelId } : { contactId: CONTACTS[name]!.contactId, ...by };
}

/** A schedule from its words: "ann ben every 1 weeks from 2026-11-02T09:00 within 18:00-08:00 on 1 2 3", a line for each rotation. */
export function scheduleOf(lines: readonly string[], timeZone: string): OnCallSchedule {
  return { timeZone, rotations: lines.map(rotationOf), overrides: [] };
}

function rotationOf(line: string): Rotation {
  const words =
    /^(?<who>[a-z ]+) every (?<count>\d+) (?<unit>\w+) from (?<from>\S+)(?: until (?<until>\S+))?(?: within (?<within>.+))?$/.exec(
      line,
    )!.groups!;
  return {
    contactIds: words.who!.split(" ").map((name) => CONTACTS[name]!.contactId),
    startsAt: words.from!,
    endsAt: words.until ?? null,
    every: { count: Number(words.count), unit: words.unit as "hours" | "days" | "weeks" },
    within: words.within?.split(", ").map(hoursOf) ?? [],
  };
}

function hoursOf(text: string): LocalHours {
  const [times = "", days] = text.split(" on ");
  const [from = "", to = ""] = times.split("-");
  return { from, to, ...(days === undefined ? {} : { days: days.split(" ").map(Number) }) };
}
