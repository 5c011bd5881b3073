import type { EscalationCase } from "./play-case.ts";

const policy = "0 ann.email | 5 ben.email";

/** What is told while the mail of somebody's address needs a server that is down. */
export const ENDANGERED_CASES: EscalationCase[] = [
  {
    name: "mail goes through the patient: the contact's next road goes beside it",
    policy,
    script: "09:00 blocks ann.email | 10:00 down | 10:01 ack",
    told: "10:00 ann.email, 10:00 ann.sms",
  },
  {
    name: "mail goes around the patient: nobody else is told",
    policy,
    script: "09:00 blocks ben.email | 10:00 down | 10:01 ack",
    told: "10:00 ann.email",
  },
  {
    name: "the server of the address is up again: mail is enough",
    policy: "0 own | 5 ann.email",
    script: "09:00 blocks ann.email | 10:00 down | 10:03 clears ann.email | 10:06 ack",
    told: "10:00 own, 10:05 ann.email",
  },
  {
    name: "the server of the address goes down while the incident is open",
    policy,
    script: "10:00 down | 10:03 blocks ben.email | 10:06 ack",
    told: "10:00 ann.email, 10:05 ben.email, 10:05 ben.sms",
  },
  {
    name: "the next road is one that is told anyway: no other is added",
    policy: "0 ann.email+phone",
    script: "09:00 blocks ann.email | 10:00 down",
    told: "10:00 ann.email, 10:00 ann.phone",
  },
  {
    name: "two ways of a contact are blocked: the third goes beside them, once",
    policy: "0 ann.email+sms",
    script: "09:00 blocks ann.email | 09:00 blocks ann.sms | 10:00 down",
    told: "10:00 ann.email, 10:00 ann.sms, 10:00 ann.phone",
  },
  {
    name: "a contact has no other road: the monitor's channels are told",
    policy: "0 dan",
    script: "09:00 blocks dan.phone | 10:00 down",
    told: "10:00 dan.phone, 10:00 own",
  },
  {
    name: "nobody has another road: what there is is told",
    policy: "0 dan",
    script: "09:00 blocks dan.phone | 09:00 blocks own | 10:00 down",
    told: "10:00 dan.phone",
  },
  {
    name: "a channel that is nobody's: the monitor's go beside it",
    policy: "0 wall",
    script: "09:00 blocks wall | 10:00 down",
    told: "10:00 wall, 10:00 own",
  },
  {
    name: "who is on call is told on a second road",
    policy: "0 @duty",
    schedules: { duty: ["ben every 1 days from 2026-11-01T00:00"] },
    script: "09:00 blocks ben.email | 10:00 down",
    told: "10:00 ben.email, 10:00 ben.sms",
  },
  {
    name: "the second road gives up, and so does the mail: the third is taken",
    policy: "0 ann.email | 30 ben.email",
    script: "09:00 blocks ann.email | 10:00 down | 10:01 fails ann.sms | 10:02 fails ann.email | 10:10 ack",
    told: "10:00 ann.email, 10:00 ann.sms, 10:02 ann.phone",
  },
  {
    name: "a road that gave up hands on to mail through the patient: one more goes beside it",
    policy: "0 ann.phone | 30 ben.sms",
    script: "09:00 blocks ann.email | 10:00 down | 10:01 fails ann.phone | 10:10 ack",
    told: "10:00 ann.phone, 10:01 ann.email, 10:01 ann.sms",
  },
  {
    name: "its end is told on both roads",
    policy,
    script: "09:00 blocks ann.email | 10:00 down | 10:02 up",
    told: "10:00 ann.email, 10:00 ann.sms, 10:02 up ann.email, 10:02 up ann.sms",
  },
  {
    name: "each round goes by how the roads are then",
    policy: "0 ann.email",
    repeat: "30 x 2",
    script: "09:00 blocks ann.email | 10:00 down | 10:10 clears ann.email | 10:45 blocks ann.email",
    told: "10:00 ann.email, 10:00 ann.sms, 10:30 ann.email, 11:00 ann.email, 11:00 ann.sms",
  },
];
