import { describe, expect, test } from "vitest";
import { DEFAULT_ESCALATION_POLICY, type EscalationPolicy } from "./escalation-policy.ts";
import { parsePolicyForm } from "./parse-policy-form.ts";
import { typedPolicy, untypedPolicy } from "./policy-form.ts";
import { reachTroubles } from "./policy-reach.ts";
import { policySentences, type Called } from "./policy-words.ts";

const called: Called = {
  channels: new Map([[3, "Slack to #mail"]]),
  contacts: new Map([[4, "Ann"]]),
  onCall: new Map([[5, "Mail team"]]),
};

const policy: EscalationPolicy = {
  down: {
    steps: [
      { afterS: 0, tell: [{ channelsOf: "monitor" }, { channelId: 3 }] },
      { afterS: 300, tell: [{ onCallId: 5, by: ["sms"] }] },
      { afterS: 910, tell: [{ contactId: 4 }] },
    ],
    repeat: { everyS: 3_600, times: 3 },
  },
  degraded: { steps: [{ afterS: 0, tell: [{ channelId: 3 }] }], repeat: null },
  change: [{ channelId: 9 }],
  quietHours: { from: "22:00", to: "07:00", timeZone: "Europe/Berlin" },
  acknowledgedForS: 7_200,
};

const said = (of: EscalationPolicy) => policySentences(of, called).map(({ when, text }) => `${when}: ${text}`);

test("a policy is said in the order in which things happen", () => {
  expect(said(policy)).toEqual([
    "At once: the monitor's channels and Slack to #mail",
    "After 5 min: whoever is on call in Mail team by SMS",
    "After 15 min 10 s: Ann",
    "Again: every 1 h, 3 times",
    "Warnings: at once Slack to #mail",
    "Changes: a channel that is gone",
    "Quiet hours: warnings and changes wait from 22:00 to 07:00 (Europe/Berlin)",
    "Acknowledged: for 2 h, then the steps begin anew",
  ]);
  expect(said(DEFAULT_ESCALATION_POLICY)).toEqual(["At once: the monitor's channels"]);
});

const send = (typed: object, wishes: Record<string, string> = {}) =>
  parsePolicyForm({ name: "Ours", tags: "mx, berlin", isDefault: "on", policy: JSON.stringify(typed), ...wishes });

describe("the form", () => {
  test("opens with a policy and saves the same", () => {
    for (const each of [policy, DEFAULT_ESCALATION_POLICY]) {
      expect(send(untypedPolicy(typedPolicy(each, "UTC")))).toEqual({
        ok: true,
        draft: { name: "Ours", tags: ["mx", "berlin"], isDefault: true, policy: each },
      });
    }
  });

  test("says at each field what is wrong with it", () => {
    const typed = typedPolicy(policy, "UTC");
    typed.down.steps[1]!.after = { count: "soon", unit: "minutes" };
    typed.lapse = { count: "1", unit: "minutes" };
    expect(send(untypedPolicy(typed), { name: "", tags: "" })).toEqual({
      ok: false,
      errors: {
        name: "Enter a name.",
        "down.steps.1.afterS": "Enter after how long.",
        acknowledgedForS: "An acknowledgement lasts at least five minutes.",
      },
    });
    expect(send({}, { policy: "{" })).toMatchObject({ ok: false });
  });
});

describe("a policy that reaches nobody", () => {
  const people = {
    channels: new Map([[3, "slack" as const]]),
    contacts: new Map([[4, [8]]]),
    onCall: new Map(),
    endangered: new Set<number>(),
  };
  const troubles = (of: EscalationPolicy, own: number[] | null = null) => reachTroubles(of, people, called, 0, own);

  test("says which steps do not, and what happens instead", () => {
    expect(troubles(policy)).toEqual([
      "The step after 5 min reaches nobody now: whoever is on call in Mail team by SMS cannot be told. The next step is taken instead.",
      "The step after 15 min 10 s reaches nobody now: Ann cannot be told. The next step is taken instead.",
      "Changes reach nobody now: the monitor's channels are told instead.",
    ]);
  });

  test("says that nobody is told at all where the monitor has no channel, either", () => {
    expect(troubles(DEFAULT_ESCALATION_POLICY)).toEqual([]);
    expect(troubles(DEFAULT_ESCALATION_POLICY, [3])).toEqual([]);
    expect(troubles(DEFAULT_ESCALATION_POLICY, []).at(-1)).toBe("No step reaches anybody: nobody is told.");
  });
});
