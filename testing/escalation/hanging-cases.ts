import type { EscalationCase } from "./play-case.ts";

const policy = "0 ann | 10 ben";

/** What is told while a channel takes nothing, and neither gives up. */
export const HANGING_CASES: EscalationCase[] = [
  {
    name: "a channel takes nothing for three minutes: the contact's next one",
    policy,
    script: "10:00 down | 10:01 hangs ann.email",
    told: "10:00 ann.email, 10:03 ann.sms, 10:10 ben.email",
  },
  {
    name: "and the next one takes nothing, either",
    policy,
    script: "10:00 down | 10:01 hangs ann.email | 10:04 hangs ann.sms",
    told: "10:00 ann.email, 10:03 ann.sms, 10:06 ann.phone, 10:10 ben.email",
  },
  {
    name: "none of a contact's channels takes anything: the next step at once",
    policy,
    script: "10:00 down | 10:01 hangs ann.email | 10:04 hangs ann.sms | 10:07 hangs ann.phone",
    told: "10:00 ann.email, 10:03 ann.sms, 10:06 ann.phone, 10:09 ben.email",
  },
  {
    name: "it takes it within three minutes",
    policy,
    script: "10:00 down | 10:01 hangs ann.email | 10:02 arrives ann.email",
    told: "10:00 ann.email, 10:10 ben.email",
  },
  {
    name: "it takes it when the other road was told: its end goes by both",
    policy,
    script: "10:00 down | 10:01 hangs ann.email | 10:05 arrives ann.email | 10:06 up",
    told: "10:00 ann.email, 10:03 ann.sms, 10:06 up ann.email, 10:06 up ann.sms",
  },
  {
    name: "it takes nothing still when it is over: the end waits behind it",
    policy,
    script: "10:00 down | 10:01 hangs ann.email | 10:06 up",
    told: "10:00 ann.email, 10:03 ann.sms, 10:06 up ann.email, 10:06 up ann.sms",
  },
  {
    name: "somebody has it before: no other road is needed",
    policy,
    script: "10:00 down | 10:01 hangs ann.email | 10:02 ack",
    told: "10:00 ann.email",
  },
  {
    name: "a room takes nothing: the next step at once",
    policy: "0 ops | 10 ben",
    script: "10:00 down | 10:01 hangs ops",
    told: "10:00 ops, 10:03 ben.email",
  },
  {
    name: "the only step hangs: the monitor's channels",
    policy: "0 ops",
    script: "10:00 down | 10:01 hangs ops",
    told: "10:00 ops, 10:03 own",
  },
];
