import { ENDANGERED_CASES } from "./endangered-cases.ts";
import { HAND_OVER_CASES } from "./hand-over-cases.ts";
import { HANGING_CASES } from "./hanging-cases.ts";
import type { EscalationCase } from "./play-case.ts";
import { WARNING_CASES } from "./warning-cases.ts";

/** Mail at once, SMS after five minutes, a call after fifteen, and somebody else's phone after thirty. */
const policy = "0 ann.email | 5 ann.sms | 15 ann.phone | 30 ben.phone";
const MAIL = "10:00 ann.email";
const SMS = `${MAIL}, 10:05 ann.sms`;
const CALL = `${SMS}, 10:15 ann.phone`;
const ALL = `${CALL}, 10:30 ben.phone`;

const ACKNOWLEDGED: EscalationCase[] = [
  { name: "nobody acknowledges at 5, 15 and 30 minutes", policy, script: "10:00 down", told: ALL },
  { name: "acknowledged at the very instant it opens: nobody is told", policy, script: "10:00 down | 10:00 ack", told: "" },
  { name: "acknowledged after a second", policy, script: "10:00 down | 10:00:01 ack", told: MAIL },
  { name: "acknowledged a second before the SMS", policy, script: "10:00 down | 10:04:59 ack", told: MAIL },
  { name: "acknowledged when the SMS is due: it does not go out", policy, script: "10:00 down | 10:05 ack", told: MAIL },
  { name: "acknowledged a second after the SMS", policy, script: "10:00 down | 10:05:01 ack", told: SMS },
  { name: "acknowledged between SMS and call", policy, script: "10:00 down | 10:10 ack", told: SMS },
  { name: "acknowledged a second before the call", policy, script: "10:00 down | 10:14:59 ack", told: SMS },
  { name: "acknowledged when the call is due", policy, script: "10:00 down | 10:15 ack", told: SMS },
  { name: "acknowledged a second after the call", policy, script: "10:00 down | 10:15:01 ack", told: CALL },
  { name: "acknowledged a second before the last step", policy, script: "10:00 down | 10:29:59 ack", told: CALL },
  { name: "acknowledged when the last step is due", policy, script: "10:00 down | 10:30 ack", told: CALL },
  { name: "acknowledged after the last step", policy, script: "10:00 down | 10:30:01 ack", told: ALL },
  { name: "acknowledged the day after", policy, script: "10:00 down | 11T10:00 ack", told: ALL },
  { name: "acknowledged twice", policy, script: "10:00 down | 10:07 ack | 10:08 ack", told: SMS },
  {
    name: "acknowledged and given back: the steps begin anew, and do not come all at once",
    policy,
    script: "10:00 down | 10:07 ack | 10:20 back | 10:30 ack",
    told: `${SMS}, 10:20 ann.email, 10:25 ann.sms`,
  },
  {
    name: "acknowledged, and up later: those who were told are told so",
    policy,
    script: "10:00 down | 10:07 ack | 12:00 up",
    told: `${SMS}, 12:00 up ann.email, 12:00 up ann.sms`,
  },
  {
    name: "an acknowledgement lasts an hour: then the steps begin anew",
    policy: "0 ann.email | 5 ann.sms",
    lasts: 60,
    script: "10:00 down | 10:02 ack",
    told: "10:00 ann.email, 11:02 ann.email, 11:07 ann.sms",
  },
  {
    name: "acknowledged again after it has lasted its hour",
    policy: "0 ann.email | 5 ann.sms",
    lasts: 60,
    script: "10:00 down | 10:02 ack | 11:04 ack | 12:06 ack | 12:30 up",
    told: "10:00 ann.email, 11:02 ann.email, 12:04 ann.email, 12:30 up ann.email",
  },
  {
    name: "acknowledged again while it lasts: it lasts an hour from then",
    policy: "0 ann.email | 5 ann.sms",
    lasts: 60,
    script: "10:00 down | 10:02 ack | 10:50 ack | 11:49:59 up",
    told: "10:00 ann.email, 11:49:59 up ann.email",
  },
];

const RECOVERED: EscalationCase[] = [
  { name: "up at the instant it opens: nobody hears of it", policy, script: "10:00 down | 10:00 up", told: "" },
  { name: "up before the SMS", policy, script: "10:00 down | 10:03 up", told: `${MAIL}, 10:03 up ann.email` },
  { name: "up when the SMS is due", policy, script: "10:00 down | 10:05 up", told: `${MAIL}, 10:05 up ann.email` },
  { name: "up after the SMS", policy, script: "10:00 down | 10:06 up", told: `${SMS}, 10:06 up ann.email, 10:06 up ann.sms` },
  {
    name: "up after everybody was told",
    policy,
    script: "10:00 down | 13:00 up",
    told: `${ALL}, 13:00 up ann.email, 13:00 up ann.sms, 13:00 up ann.phone, 13:00 up ben.phone`,
  },
  { name: "its monitor is paused: nobody is told of an end that is none", policy, script: "10:00 down | 10:06 close", told: SMS },
  {
    name: "who was told twice hears once that it is over",
    policy: "0 ann.email own | 5 own ops | 10 own",
    script: "10:00 down | 10:12 up",
    told: "10:00 ann.email, 10:00 own, 10:05 own, 10:05 ops, 10:10 own, 10:12 up ann.email, 10:12 up own, 10:12 up ops",
  },
  {
    name: "the first step has not come when it is up: nobody is told anything",
    policy: "2 ann.email",
    script: "10:00 down | 10:01:59 up",
    told: "",
  },
  { name: "the first step comes after two minutes", policy: "2 ann.email", script: "10:00 down", told: "10:02 ann.email" },
];

const REPEATED: EscalationCase[] = [
  {
    name: "two repeats, half an hour apart",
    policy: "0 ann.email | 5 ann.sms",
    repeat: "30 x 2",
    script: "10:00 down",
    told: "10:00 ann.email, 10:05 ann.sms, 10:30 ann.email, 10:35 ann.sms, 11:00 ann.email, 11:05 ann.sms",
  },
  {
    name: "acknowledged in the first repeat",
    policy: "0 ann.email | 5 ann.sms",
    repeat: "30 x 2",
    script: "10:00 down | 10:32 ack",
    told: "10:00 ann.email, 10:05 ann.sms, 10:30 ann.email",
  },
  {
    name: "acknowledged before the first repeat",
    policy: "0 ann.email",
    repeat: "10 x 20",
    script: "10:00 down | 10:09:59 ack",
    told: "10:00 ann.email",
  },
  {
    name: "acknowledged when a repeat is due",
    policy: "0 ann.email",
    repeat: "10 x 20",
    script: "10:00 down | 10:20 ack",
    told: "10:00 ann.email, 10:10 ann.email",
  },
  {
    name: "up in the second repeat: once to each",
    policy: "0 ann.email | 5 ann.sms",
    repeat: "30 x 5",
    script: "10:00 down | 11:03 up",
    told: "10:00 ann.email, 10:05 ann.sms, 10:30 ann.email, 10:35 ann.sms, 11:00 ann.email, 11:03 up ann.email, 11:03 up ann.sms",
  },
  {
    name: "an acknowledgement that has lasted its time begins the repeats anew, too",
    policy: "0 own",
    repeat: "20 x 1",
    lasts: 30,
    script: "10:00 down | 10:10 ack",
    told: "10:00 own, 10:40 own, 11:00 own",
  },
];

const FAILED: EscalationCase[] = [
  {
    name: "a contact's channel gives up: their next one, and when all have, the next step at once",
    policy: "0 ann | 10 ben",
    script: "10:00 down | 10:02 fails ann.email | 10:03 fails ann.sms | 10:04 fails ann.phone",
    told: "10:00 ann.email, 10:02 ann.sms, 10:03 ann.phone, 10:04 ben.email",
  },
  {
    name: "one of two channels gives up: the other is enough",
    policy: "0 ann.sms+phone | 10 ben",
    script: "10:00 down | 10:01 fails ann.sms",
    told: "10:00 ann.sms, 10:00 ann.phone, 10:10 ben.email",
  },
  {
    name: "both of two channels give up: the third one, that was not chosen",
    policy: "0 ann.sms+phone | 10 ben",
    script: "10:00 down | 10:01 fails ann.sms | 10:02 fails ann.phone",
    told: "10:00 ann.sms, 10:00 ann.phone, 10:02 ann.email, 10:10 ben.email",
  },
  {
    name: "one of two people cannot be reached on the first channel: only they are tried on another",
    policy: "0 ann ben | 10 cho",
    script: "10:00 down | 10:01 fails ben.email",
    told: "10:00 ann.email, 10:00 ben.email, 10:01 ben.sms, 10:10 cho.email",
  },
  {
    name: "a room gives up: the next step at once, and the one after it in its time",
    policy: "0 ops | 10 ann | 20 ben",
    script: "10:00 down | 10:01 fails ops",
    told: "10:00 ops, 10:01 ann.email, 10:20 ben.email",
  },
  {
    name: "a channel gives up after somebody has acknowledged: that is enough",
    policy: "0 ops ann | 10 ben",
    script: "10:00 down | 10:01 ack | 10:02 fails ann.email",
    told: "10:00 ops, 10:00 ann.email",
  },
  {
    name: "who was not reached does not hear that it is over",
    policy: "0 own ops",
    script: "10:00 down | 10:01 fails ops | 10:30 up",
    told: "10:00 own, 10:00 ops, 10:30 up own",
  },
  {
    name: "the only step reaches nobody: what there is of the monitor's own channels",
    policy: "0 ops",
    script: "10:00 down | 10:01 fails ops",
    told: "10:00 ops, 10:01 own",
  },
  {
    name: "the monitor's channels give up: there is nobody else",
    policy: "0 own",
    script: "10:00 down | 10:01 fails own",
    told: "10:00 own",
  },
  {
    name: "somebody without a channel: the next step at once",
    policy: "0 eve | 5 ann",
    script: "10:00 down",
    told: "10:00 nobody, 10:00 ann.email",
  },
  {
    name: "somebody without a channel of that kind: the one they have",
    policy: "0 dan.sms | 5 ann",
    script: "10:00 down",
    told: "10:00 dan.phone, 10:05 ann.email",
  },
  {
    name: "a contact is deleted meanwhile: the next step at once",
    policy: "0 ann | 5 ann.sms | 10 ben",
    script: "10:00 down | 10:01 leaves ann",
    told: "10:00 ann.email, 10:05 nobody, 10:05 ben.email",
  },
];

const LATE: EscalationCase[] = [
  {
    name: "nobody looked for a while: each step that is due, once",
    policy,
    script: "10:00 down | 10:02 asleep | 10:20 awake",
    told: "10:00 ann.email, 10:20 ann.sms, 10:20 ann.phone, 10:30 ben.phone",
  },
  {
    name: "steps that are late together tell a channel once",
    policy: "0 own | 5 own | 10 own ann.sms | 15 own",
    script: "10:00 down | 10:02 asleep | 10:20 awake",
    told: "10:00 own, 10:20 own, 10:20 ann.sms",
  },
  {
    name: "repeats that went by meanwhile are not made up for",
    policy: "0 own",
    repeat: "10 x 5",
    script: "10:00 down | 10:01 asleep | 10:35 awake",
    told: "10:00 own, 10:35 own, 10:40 own, 10:50 own",
  },
  {
    name: "acknowledged while nobody looked",
    policy,
    script: "10:00 down | 10:02 asleep | 10:08 ack | 10:20 awake",
    told: MAIL,
  },
  {
    name: "up while nobody looked: those who were told hear of it",
    policy,
    script: "10:00 down | 10:02 asleep | 10:08 up | 10:20 awake",
    told: `${MAIL}, 10:20 up ann.email`,
  },
  {
    name: "down and up again while nobody looked",
    policy,
    script: "10:00 down | 10:00 asleep | 10:08 up | 10:20 awake",
    told: "",
  },
];

const FLAPPING: EscalationCase[] = [
  {
    name: "it begins to come and go: those who know are told, and the steps go on",
    policy: "0 ann.email | 5 ann.sms | 15 ann.phone",
    script: "10:00 down | 10:06 flaps | 10:40 up",
    told: `${SMS}, 10:06 flaps ann.email, 10:06 flaps ann.sms, 10:15 ann.phone, 10:40 up ann.email, 10:40 up ann.sms, 10:40 up ann.phone`,
  },
  {
    name: "it comes and goes from the first: told once",
    policy: "0 ann.email | 5 ann.sms",
    script: "10:00 down | 10:00 flaps",
    told: SMS,
  },
  {
    name: "while it comes and goes nothing is repeated; once it is steady it is",
    policy: "0 own",
    repeat: "30 x 2",
    script: "10:00 down | 10:10 flaps | 10:40 steady",
    told: "10:00 own, 10:10 flaps own, 10:40 own, 11:00 own",
  },
  {
    name: "it comes and goes twice: told once an incident",
    policy: "0 own",
    script: "10:00 down | 10:10 flaps | 10:40 steady | 11:00 flaps | 12:00 up",
    told: "10:00 own, 10:10 flaps own, 12:00 up own",
  },
  {
    name: "it comes and goes when the next step is due: that one's message says so",
    policy: "0 own | 5 own",
    script: "10:00 down | 10:05 flaps",
    told: "10:00 own, 10:05 own",
  },
];

const ONE_PERSON: EscalationCase[] = [
  { name: "the usual policy: the monitor's channels, at once", policy: "0 own", script: "10:00 down", told: "10:00 own" },
  { name: "the usual policy, to the end", policy: "0 own", script: "10:00 down | 10:30 up", told: "10:00 own, 10:30 up own" },
  {
    name: "the usual policy, degraded and then down",
    policy: "0 own",
    script: "10:00 degraded | 10:10 worse | 10:30 up",
    told: "10:00 own, 10:10 own, 10:30 up own",
  },
  {
    name: "a channel that is named twice in a step is told once",
    policy: "0 ann ann.email own own",
    script: "10:00 down",
    told: "10:00 ann.email, 10:00 own",
  },
];

/** C15: who is told when, as 100 scripts. */
export const CASES: readonly EscalationCase[] = [
  ...ACKNOWLEDGED,
  ...RECOVERED,
  ...REPEATED,
  ...FAILED,
  ...LATE,
  ...FLAPPING,
  ...ONE_PERSON,
  ...WARNING_CASES,
  ...HAND_OVER_CASES,
  ...ENDANGERED_CASES,
  ...HANGING_CASES,
];
