// The form runs in the browser: nothing here may bring the schema library with it.
import type { ChannelKind } from "../channel/channel.ts";
import type { EscalationPolicy, Ladder, Tell } from "./escalation-policy.ts";

/** Units of time, in seconds. */
export const UNIT_S = { seconds: 1, minutes: 60, hours: 3_600 } as const;
export type Unit = keyof typeof UNIT_S;

/** How long, as somebody types it. */
export type TypedTime = { count: string; unit: Unit };

/** Whom to tell as it is chosen: `whom` is "monitor", "channel-3", "contact-4" or "oncall-5"; `by` is empty for their first channel, or kinds. */
export type TypedTell = { key: number; whom: string; by: string };
export type TypedStep = { key: number; after: TypedTime; tell: TypedTell[] };
export type TypedLadder = { steps: TypedStep[]; isRepeated: boolean; every: TypedTime; times: string };

/** A policy as it stands in the form. */
export type TypedPolicy = {
  down: TypedLadder;
  hasOwnWarnings: boolean;
  degraded: TypedLadder;
  hasOwnChanges: boolean;
  change: TypedTell[];
  hasQuietHours: boolean;
  quiet: { from: string; to: string; timeZone: string };
  doesLapse: boolean;
  lapse: TypedTime;
};

let keys = 0;
/** React tells rows apart by it. */
const nextKey = () => (keys += 1);

export const newTell = (whom = "monitor"): TypedTell => ({ key: nextKey(), whom, by: "" });
export const newStep = (after: TypedTime): TypedStep => ({ key: nextKey(), after, tell: [newTell()] });

/** A policy as the form opens with it; `zone` is for quiet hours where it has none. */
export function typedPolicy(policy: EscalationPolicy, zone: string): TypedPolicy {
  const { down, degraded, change, quietHours, acknowledgedForS } = policy;
  return {
    down: typedLadder(down),
    hasOwnWarnings: degraded !== null,
    degraded: typedLadder(degraded ?? { steps: [{ afterS: 0, tell: [{ channelsOf: "monitor" }] }], repeat: null }),
    hasOwnChanges: change !== null,
    change: (change ?? [{ channelsOf: "monitor" }]).map(typedTell),
    hasQuietHours: quietHours !== null,
    quiet: quietHours ?? { from: "22:00", to: "07:00", timeZone: zone },
    doesLapse: acknowledgedForS !== null,
    lapse: typedTime(acknowledgedForS ?? 7_200),
  };
}

/** What was typed, as the schema is to read it: a number that is none stays as it was typed. */
export function untypedPolicy(typed: TypedPolicy): object {
  const { quiet, change } = typed;
  return {
    down: untypedLadder(typed.down),
    degraded: typed.hasOwnWarnings ? untypedLadder(typed.degraded) : null,
    change: typed.hasOwnChanges ? change.map(untypedTell) : null,
    quietHours: typed.hasQuietHours ? quiet : null,
    acknowledgedForS: typed.doesLapse ? seconds(typed.lapse) : null,
  };
}

function typedLadder({ steps, repeat }: Ladder): TypedLadder {
  return {
    steps: steps.map(({ afterS, tell }) => ({ key: nextKey(), after: typedTime(afterS), tell: tell.map(typedTell) })),
    isRepeated: repeat !== null,
    every: typedTime(repeat?.everyS ?? 1_800),
    times: String(repeat?.times ?? 3),
  };
}

function untypedLadder({ steps, isRepeated, every, times }: TypedLadder): object {
  return {
    steps: steps.map(({ after, tell }) => ({ afterS: seconds(after), tell: tell.map(untypedTell) })),
    repeat: isRepeated ? { everyS: seconds(every), times: wholeOr(times) } : null,
  };
}

function typedTell(tell: Tell): TypedTell {
  if ("channelsOf" in tell) return newTell();
  if ("channelId" in tell) return newTell(`channel-${tell.channelId}`);
  const whom = "contactId" in tell ? `contact-${tell.contactId}` : `oncall-${tell.onCallId}`;
  return { ...newTell(whom), by: tell.by?.join(",") ?? "" };
}

function untypedTell({ whom, by }: TypedTell): object {
  const [what, id] = whom.split("-");
  const kinds = by === "" ? {} : { by: by.split(",") as ChannelKind[] };
  if (what === "channel") return { channelId: Number(id) };
  if (what === "contact") return { contactId: Number(id), ...kinds };
  return what === "oncall" ? { onCallId: Number(id), ...kinds } : { channelsOf: "monitor" };
}

/** In the largest unit that says it in whole numbers. */
function typedTime(allS: number): TypedTime {
  const unit = allS === 0 ? "minutes" : (["hours", "minutes"] as const).find((each) => allS % UNIT_S[each] === 0);
  return unit ? { count: String(allS / UNIT_S[unit]), unit } : { count: String(allS), unit: "seconds" };
}

function seconds({ count, unit }: TypedTime): number | string {
  const whole = wholeOr(count);
  return typeof whole === "number" ? whole * UNIT_S[unit] : whole;
}

function wholeOr(text: string): number | string {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : "none";
}
