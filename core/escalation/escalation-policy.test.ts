import { describe, expect, test } from "vitest";
import { tellOfChange } from "./escalation-change.ts";
import { DEFAULT_ESCALATION_POLICY, escalationPolicySchema, type EscalationPolicy, type Ladder } from "./escalation-policy.ts";
import type { Directory } from "./escalation-reach.ts";

const OWN = { channelsOf: "monitor" } as const;

test("the usual policy can be stored", () => {
  expect(escalationPolicySchema.parse(DEFAULT_ESCALATION_POLICY)).toEqual(DEFAULT_ESCALATION_POLICY);
});

test.each<[string, Partial<EscalationPolicy>]>([
  ["There is at least one step.", { down: { steps: [], repeat: null } }],
  ["A step tells somebody.", { down: { steps: [{ afterS: 0, tell: [] }], repeat: null } }],
  ["A step cannot come before the incident.", { down: { steps: [{ afterS: -1, tell: [OWN] }], repeat: null } }],
  ["Each step comes later than the one before.", { down: steps([0, 300, 300]) }],
  ["The steps are repeated after the last of them.", { degraded: { ...steps([0, 300]), repeat: { everyS: 300, times: 1 } } }],
  ["Repeats are at least a minute apart.", { down: { ...steps([0]), repeat: { everyS: 59, times: 1 } } }],
  ["Quiet hours begin and end at different times.", { quietHours: { from: "22:00", to: "22:00", timeZone: "UTC" } }],
  ["Quiet hours are at most 16 hours long.", { quietHours: { from: "07:00", to: "23:01", timeZone: "UTC" } }],
  ["Enter a time such as 08:30.", { quietHours: { from: "24:00", to: "07:00", timeZone: "UTC" } }],
  ["An acknowledgement lasts at least five minutes.", { acknowledgedForS: 60 }],
])("%s", (sentence, wrong) => {
  const parsed = escalationPolicySchema.safeParse({ ...DEFAULT_ESCALATION_POLICY, ...wrong });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([sentence]);
});

test("who is told is said in one way only", () => {
  const down = { steps: [{ afterS: 0, tell: [{ channelId: 1, contactId: 2 }] }], repeat: null };
  expect(escalationPolicySchema.safeParse({ ...DEFAULT_ESCALATION_POLICY, down }).success).toBe(false);
});

describe("a change", () => {
  const directory: Directory = {
    channels: new Map([
      [1, "email"],
      [2, "slack"],
    ]),
    contacts: new Map(),
    onCall: new Map(),
    monitorChannelIds: [1],
    endangered: new Set(),
  };
  const noon = Date.parse("2026-11-10T12:00Z");
  const quietHours = { from: "22:00", to: "07:00", timeZone: "Europe/Berlin" };

  test("is told on a second road, too, where the first leads through a server that is down", () => {
    const blocked = { ...directory, monitorChannelIds: [1, 2], endangered: new Set([1]) };
    const policy = { ...DEFAULT_ESCALATION_POLICY, change: [{ channelId: 1 }] };
    const both = [1, 2].map((channelId) => ({ channelId, contactId: null }));
    expect(tellOfChange(policy, blocked, noon)).toEqual({ to: both, at: noon });
  });

  test("is told to those of the first step, at once", () => {
    expect(tellOfChange(DEFAULT_ESCALATION_POLICY, directory, noon)).toEqual({ to: [{ channelId: 1, contactId: null }], at: noon });
  });

  test("is told to others where the policy says so, and waits for the morning", () => {
    const policy = { ...DEFAULT_ESCALATION_POLICY, change: [{ channelId: 2 }], quietHours };
    const told = tellOfChange(policy, directory, Date.parse("2026-11-10T23:00Z"));
    expect(told).toEqual({ to: [{ channelId: 2, contactId: null }], at: Date.parse("2026-11-11T06:00Z") });
  });

  test("that would reach nobody is told to the monitor's channels", () => {
    const policy = { ...DEFAULT_ESCALATION_POLICY, change: [{ channelId: 3 }] };
    expect(tellOfChange(policy, directory, noon).to).toEqual([{ channelId: 1, contactId: null }]);
  });
});

function steps(afterS: readonly number[]): Ladder {
  return { steps: afterS.map((each) => ({ afterS: each, tell: [OWN] })), repeat: null };
}
