import type { EscalationCase } from "./play-case.ts";

const policy = "0 ann.email | 15 ann.sms";

const WORSENED: EscalationCase[] = [
  {
    name: "degraded, then down: the steps begin anew",
    policy,
    script: "10:00 degraded | 10:10 worse",
    told: "10:00 ann.email, 10:10 ann.email, 10:25 ann.sms",
  },
  {
    name: "degraded, then down, when every step was taken",
    policy,
    script: "10:00 degraded | 11:00 worse | 11:30 up",
    told: "10:00 ann.email, 10:15 ann.sms, 11:00 ann.email, 11:15 ann.sms, 11:30 up ann.email, 11:30 up ann.sms",
  },
  {
    name: "other people for a warning than for an outage",
    policy,
    warning: "0 ops",
    script: "10:00 degraded | 10:10 worse | 10:20 up",
    told: "10:00 ops, 10:10 ann.email, 10:20 up ops, 10:20 up ann.email",
  },
  {
    name: "acknowledged while degraded: that it is down is news to whoever has it, too",
    policy,
    script: "10:00 degraded | 10:05 ack | 10:10 worse",
    told: "10:00 ann.email, 10:10 ann.email, 10:25 ann.sms",
  },
  {
    name: "acknowledged once it is down",
    policy,
    script: "10:00 degraded | 10:10 worse | 10:12 ack",
    told: "10:00 ann.email, 10:10 ann.email",
  },
  {
    name: "down as soon as it is degraded",
    policy,
    script: "10:00 degraded | 10:00 worse",
    told: "10:00 ann.email, 10:15 ann.sms",
  },
];

/** 22:00 to 07:00 in Berlin is 21:00 to 06:00 UTC in winter and 20:00 to 05:00 in summer. */
const berlin = { zone: "Europe/Berlin", quiet: "22:00 to 07:00" };

const QUIET: EscalationCase[] = [
  { name: "a warning by day", policy, ...berlin, script: "12:00 degraded", told: "12:00 ann.email, 12:15 ann.sms" },
  {
    name: "a warning at night waits for the morning, and its steps keep their distance",
    policy,
    ...berlin,
    script: "23:00 degraded",
    told: "11T06:00 ann.email, 11T06:15 ann.sms",
  },
  {
    name: "an outage at night does not wait",
    policy,
    ...berlin,
    script: "23:00 down | 23:40 up",
    told: "23:00 ann.email, 23:15 ann.sms, 23:40 up ann.email, 23:40 up ann.sms",
  },
  {
    name: "ten minutes before the night: the five minutes that are left come in the morning",
    policy,
    ...berlin,
    script: "20:50 degraded",
    told: "20:50 ann.email, 11T06:05 ann.sms",
  },
  {
    name: "a step that is due when the night begins waits for its end",
    policy,
    ...berlin,
    script: "20:45 degraded",
    told: "20:45 ann.email, 11T06:00 ann.sms",
  },
  {
    name: "degraded as the night begins",
    policy,
    ...berlin,
    script: "21:00 degraded",
    told: "11T06:00 ann.email, 11T06:15 ann.sms",
  },
  {
    name: "degraded as the night ends",
    policy,
    ...berlin,
    script: "11T06:00 degraded",
    told: "11T06:00 ann.email, 11T06:15 ann.sms",
  },
  {
    name: "a warning that is over before the morning: nobody hears of it",
    policy,
    ...berlin,
    script: "23:00 degraded | 11T02:00 up",
    told: "",
  },
  { name: "a warning somebody takes on in the night", policy, ...berlin, script: "23:00 degraded | 23:30 ack", told: "" },
  {
    name: "it becomes down in the night: told at once",
    policy,
    ...berlin,
    script: "23:00 degraded | 23:30 worse",
    told: "23:30 ann.email, 23:45 ann.sms",
  },
  {
    name: "told in the evening, over in the night: that waits for the morning, too",
    policy,
    ...berlin,
    script: "20:50 degraded | 23:00 up",
    told: "20:50 ann.email, 11T06:00 up ann.email",
  },
  {
    name: "told in the evening, comes and goes in the night: in the morning",
    policy: "0 ann.email",
    ...berlin,
    script: "20:50 degraded | 23:00 flaps",
    told: "20:50 ann.email, 11T06:00 flaps ann.email",
  },
  {
    name: "it comes and goes in the night and is over: only that",
    policy: "0 ann.email",
    ...berlin,
    script: "20:50 degraded | 23:00 flaps | 11T01:00 up",
    told: "20:50 ann.email, 11T06:00 up ann.email",
  },
  {
    name: "Berlin, the night the clocks go forward: seven o'clock is 05:00 UTC",
    day: "2026-03-28",
    policy,
    ...berlin,
    script: "23:00 degraded",
    told: "29T05:00 ann.email, 29T05:15 ann.sms",
  },
  {
    name: "Berlin, the night the clocks go back: it begins at 20:00 UTC and ends at 06:00",
    day: "2026-10-24",
    policy,
    ...berlin,
    script: "20:00 degraded",
    told: "25T06:00 ann.email, 25T06:15 ann.sms",
  },
  {
    name: "India, half an hour off: 16:30 to 01:30 UTC",
    policy,
    zone: "Asia/Calcutta",
    quiet: "22:00 to 07:00",
    script: "16:45 degraded",
    told: "11T01:30 ann.email, 11T01:45 ann.sms",
  },
  {
    name: "quiet at noon: within one day",
    policy,
    zone: "Europe/Berlin",
    quiet: "12:00 to 13:30",
    script: "10:50 degraded",
    told: "10:50 ann.email, 12:35 ann.sms",
  },
];

/** Degraded, worsened, and what quiet hours hold back. */
export const WARNING_CASES: readonly EscalationCase[] = [...WORSENED, ...QUIET];
