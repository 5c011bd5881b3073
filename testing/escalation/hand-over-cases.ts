import type { EscalationCase } from "./play-case.ts";

const policy = "0 @duty | 15 @duty.sms";
const zone = "Europe/Berlin";

/** Mondays at nine in Berlin. 2 March and 5 October 2026 are Mondays; the clocks change on 29 March and 25 October, at 01:00 UTC. */
const SPRING = { duty: ["ann ben every 1 weeks from 2026-03-02T09:00"] };
const AUTUMN = { duty: ["ann ben every 1 weeks from 2026-10-05T09:00"] };

const HANDED_OVER: EscalationCase[] = [
  {
    name: "handed over between two steps: the second is for whoever has it then",
    day: "2026-10-12",
    schedules: AUTUMN,
    zone,
    policy,
    script: "06:50 down",
    told: "06:50 ann.email, 07:05 ben.sms",
  },
  {
    name: "a step at the instant of the hand-over is for the one who takes over",
    day: "2026-10-12",
    schedules: AUTUMN,
    zone,
    policy,
    script: "07:00 down",
    told: "07:00 ben.email, 07:15 ben.sms",
  },
  {
    name: "a millisecond before it is for the one who hands over",
    day: "2026-10-12",
    schedules: AUTUMN,
    zone,
    policy,
    script: "06:59:59.999 down",
    told: "06:59:59.999 ann.email, 07:14:59.999 ben.sms",
  },
  {
    name: "handed over in mid-incident: both hear that it is over",
    day: "2026-10-12",
    schedules: AUTUMN,
    zone,
    policy,
    script: "06:50 down | 08:00 up",
    told: "06:50 ann.email, 07:05 ben.sms, 08:00 up ann.email, 08:00 up ben.sms",
  },
  {
    name: "handed over after somebody took it on: nobody else is told",
    day: "2026-10-12",
    schedules: AUTUMN,
    zone,
    policy,
    script: "06:50 down | 06:55 ack",
    told: "06:50 ann.email",
  },
  {
    name: "repeated after the hand-over: to whoever has it then",
    day: "2026-10-12",
    schedules: AUTUMN,
    zone,
    policy: "0 @duty",
    repeat: "30 x 1",
    script: "06:50 down",
    told: "06:50 ann.email, 07:20 ben.email",
  },
  {
    name: "three in turns of a day, the third after the second and the first after the third",
    schedules: { duty: ["ann ben cho every 1 days from 2026-11-08T12:00"] },
    policy: "0 @duty | 15 @duty | 1440 @duty",
    script: "11:50 down",
    told: "11:50 ben.email, 12:05 cho.email, 11T11:50 cho.email",
  },
  {
    name: "turns of two weeks",
    day: "2026-10-19",
    schedules: { duty: ["ann ben every 2 weeks from 2026-10-05T09:00"] },
    zone,
    policy,
    script: "06:50 down",
    told: "06:50 ann.email, 07:05 ben.sms",
  },
];

const CLOCKS: EscalationCase[] = [
  {
    name: "Berlin, the Monday before the clocks go forward: nine is 08:00 UTC",
    day: "2026-03-23",
    schedules: SPRING,
    zone,
    policy,
    script: "07:50 down",
    told: "07:50 ann.email, 08:05 ben.sms",
  },
  {
    name: "Berlin, the Monday after: nine is 07:00 UTC",
    day: "2026-03-30",
    schedules: SPRING,
    zone,
    policy,
    script: "06:50 down",
    told: "06:50 ben.email, 07:05 ann.sms",
  },
  {
    name: "Berlin, the Monday after the clocks went back: nine is 08:00 UTC, and at 07:05 it is not handed over",
    day: "2026-10-26",
    schedules: AUTUMN,
    zone,
    policy: "0 @duty | 15 @duty.sms | 75 @duty.phone",
    script: "06:50 down",
    told: "06:50 ann.email, 07:05 ann.sms, 08:05 ben.phone",
  },
  {
    name: "a hand-over at half past two in the night that has none: an hour later on the wall, 01:30 UTC",
    day: "2026-03-29",
    schedules: { duty: ["ann ben every 1 days from 2026-03-28T02:30"] },
    zone,
    policy,
    script: "01:20 down",
    told: "01:20 ann.email, 01:35 ben.sms",
  },
  {
    name: "the day after it is half past two again, 00:30 UTC",
    day: "2026-03-30",
    schedules: { duty: ["ann ben every 1 days from 2026-03-28T02:30"] },
    zone,
    policy,
    script: "00:20 down",
    told: "00:20 ben.email, 00:35 ann.sms",
  },
  {
    name: "a hand-over at half past two in the night that has two: at the first, 00:30 UTC, and not again at the second",
    day: "2026-10-25",
    schedules: { duty: ["ann ben every 1 days from 2026-10-24T02:30"] },
    zone,
    policy: "0 @duty | 15 @duty.sms | 75 @duty.phone",
    script: "00:20 down",
    told: "00:20 ann.email, 00:35 ben.sms, 01:35 ben.phone",
  },
  {
    name: "turns of eight hours, the night the clocks go forward: seven of them, to 04:00 UTC",
    day: "2026-03-29",
    schedules: { duty: ["ann ben cho every 8 hours from 2026-03-28T22:00"] },
    zone,
    policy: "0 @duty | 10 @duty.sms",
    script: "03:55 down",
    told: "03:55 ann.email, 04:05 ben.sms",
  },
  {
    name: "turns of eight hours, the night the clocks go back: nine of them, to 05:00 UTC",
    day: "2026-10-25",
    schedules: { duty: ["ann ben cho every 8 hours from 2026-10-24T22:00"] },
    zone,
    policy: "0 @duty | 10 @duty.sms",
    script: "04:55 down",
    told: "04:55 ann.email, 05:05 ben.sms",
  },
  {
    name: "New York, the Monday after the clocks went back: eight is 13:00 UTC",
    day: "2026-11-02",
    schedules: { duty: ["ann ben every 1 weeks from 2026-10-26T08:00"] },
    zone: "America/New_York",
    policy: "0 @duty | 60 @duty.sms",
    script: "12:05 down",
    told: "12:05 ann.email, 13:05 ben.sms",
  },
  {
    name: "Lord Howe, whose clocks go forward by half an hour on 4 October: eight is 21:00 UTC and no longer 21:30",
    day: "2026-10-03",
    schedules: { duty: ["ann ben every 1 days from 2026-10-02T08:00"] },
    zone: "Australia/Lord_Howe",
    policy,
    script: "20:50 down",
    told: "20:50 ben.email, 21:05 ann.sms",
  },
];

/** ann always, and ben over her at night: 18:00 to 08:00 in Berlin is 17:00 to 07:00 UTC in winter. */
const NIGHTS = { duty: ["ann every 1 weeks from 2026-01-05T00:00", "ben every 1 weeks from 2026-01-05T00:00 within 18:00-08:00"] };
/** ben on Saturdays and Sundays, from midnight to midnight in Berlin. */
const WEEKENDS = {
  duty: ["ann every 1 weeks from 2026-01-05T00:00", "ben every 1 weeks from 2026-01-05T00:00 within 00:00-00:00 on 6 7"],
};
const ONLY_NIGHTS = { duty: ["ben every 1 weeks from 2026-01-05T00:00 within 18:00-08:00"] };

const LAYERS: EscalationCase[] = [
  { name: "the night begins", schedules: NIGHTS, zone, policy, script: "16:50 down", told: "16:50 ann.email, 17:05 ben.sms" },
  { name: "the night ends", schedules: NIGHTS, zone, policy, script: "06:50 down", told: "06:50 ben.email, 07:05 ann.sms" },
  {
    name: "the night the clocks go back ends at 07:00 UTC",
    day: "2026-10-25",
    schedules: NIGHTS,
    zone,
    policy: "0 @duty | 60 @duty.sms | 75 @duty.phone",
    script: "05:50 down",
    told: "05:50 ben.email, 06:50 ben.sms, 07:05 ann.phone",
  },
  {
    name: "the weekend begins",
    day: "2026-11-13",
    schedules: WEEKENDS,
    zone,
    policy,
    script: "22:50 down",
    told: "22:50 ann.email, 23:05 ben.sms",
  },
  {
    name: "the weekend ends",
    day: "2026-11-15",
    schedules: WEEKENDS,
    zone,
    policy,
    script: "22:50 down",
    told: "22:50 ben.email, 23:05 ann.sms",
  },
  {
    name: "somebody takes over for some hours, and it goes back",
    schedules: { duty: ["ann every 1 weeks from 2026-01-05T00:00"] },
    policy: "0 @duty | 10 @duty | 70 @duty",
    script: "09:00 takes cho 10:05 11:05 duty | 10:00 down",
    told: "10:00 ann.email, 10:10 cho.email, 11:10 ann.email",
  },
  {
    name: "somebody takes over while it is down",
    schedules: { duty: ["ann every 1 weeks from 2026-01-05T00:00"] },
    policy: "0 @duty | 10 @duty | 20 @duty",
    script: "10:00 down | 10:05 takes cho 10:05 18:00 duty",
    told: "10:00 ann.email, 10:10 cho.email, 10:20 cho.email",
  },
  {
    name: "taken over twice: the last word counts",
    schedules: { duty: ["ann every 1 weeks from 2026-01-05T00:00"] },
    policy: "0 @duty | 60 @duty",
    script: "09:00 takes ben 10:00 12:00 duty | 09:30 takes cho 10:30 11:30 duty | 10:00 down",
    told: "10:00 ben.email, 11:00 cho.email",
  },
  {
    name: "nobody on call: the next step at once, and the one after it in its time",
    schedules: ONLY_NIGHTS,
    zone,
    policy: "0 @duty | 10 cho.sms | 20 cho.phone",
    script: "12:00 down",
    told: "12:00 nobody, 12:00 cho.sms, 12:20 cho.phone",
  },
  {
    name: "nobody on call at the second step",
    schedules: ONLY_NIGHTS,
    zone,
    policy: "0 own | 10 @duty | 20 cho",
    script: "12:00 down",
    told: "12:00 own, 12:10 nobody, 12:10 cho.email",
  },
  {
    name: "nobody on call, and somebody is when the time of the next step comes: it was taken already",
    schedules: ONLY_NIGHTS,
    zone,
    policy: "0 @duty | 20 @duty ann | 30 @duty",
    script: "16:50 down",
    told: "16:50 nobody, 16:50 ann.email, 17:20 ben.email",
  },
  {
    name: "nobody on call at any step: the monitor's own channels",
    schedules: ONLY_NIGHTS,
    zone,
    policy: "0 @duty | 10 @duty.phone",
    script: "12:00 down",
    told: "12:00 nobody, 12:00 nobody, 12:00 own",
  },
  {
    name: "a rotation that has not begun, and one that is over",
    schedules: { duty: ["ann every 1 days from 2026-11-10T12:00 until 2026-11-10T13:00"] },
    policy: "0 @duty | 30 @duty ops | 60 @duty ops | 120 @duty ops",
    script: "11:45 down",
    told: "11:45 nobody, 11:45 ops, 12:45 ann.email, 12:45 ops, 13:45 ops",
  },
];

/** On-call schedules: hand-overs, clocks that change, layers, overrides and gaps. */
export const HAND_OVER_CASES: readonly EscalationCase[] = [...HANDED_OVER, ...CLOCKS, ...LAYERS];
