import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { silenceLimitMs } from "./gap.ts";
import type { Health, Transition } from "./health.ts";
import { judge, type Judged, type Judgement, type JudgingPolicy } from "./judge.ts";
import type { ReasonCode } from "./reason.ts";
import { STATUSES, type Status } from "./status.ts";
import { uptimeOf } from "./uptime.ts";

const POLICY: JudgingPolicy = { confirmations: 2, intervalS: 60 };
const NEW: Health = { status: "unknown", reason: null, since: 0, lastSlotAt: null, contrary: null };
const REASONS: Record<Status, ReasonCode | null> = {
  up: null,
  degraded: "tls.expiring",
  down: "connect.refused",
  unknown: "dns.servfail",
};

const result = (status: Status, slotS: number, lateMs = 3): Judged => ({
  status,
  reason: REASONS[status],
  slotAt: slotS * 1000,
  startedAt: slotS * 1000 + lateMs,
});

function judgeAll(
  health: Health,
  results: Judged[],
  policy = POLICY,
): { health: Health; judgements: Judgement[]; transitions: Transition[] } {
  const judgements: Judgement[] = [];
  for (const each of results) {
    const judgement = judge(health, each, policy);
    judgements.push(judgement);
    health = judgement.health;
  }
  return { health, judgements, transitions: judgements.flatMap((judgement) => judgement.transitions) };
}

const resultsOf = (history: { status: Status; waitS: number; lateMs: number }[]): Judged[] => {
  let slotS = 1000;
  return history.map(({ status, waitS, lateMs }) => result(status, (slotS += waitS), lateMs));
};

const STATUS_OF: Record<string, Status> = { u: "up", g: "degraded", d: "down", "?": "unknown" };
const MARK_OF: Record<string, string> = { up: "u", degraded: "g", down: "d", unknown: "?" };

describe("sequences of results, one a minute, with two confirmations", () => {
  // results -> the confirmed status after each, and what became of the incident (+ opened, - resolved)
  test.each([
    ["u", "u", "-"],
    ["g", "g", "-"],
    ["d", "?", "."],
    ["ddd", "??d", "..+"],
    ["?", "?", "."],
    ["uddd", "uuud", "-..+"],
    ["uddu", "uuuu", "-..."],
    ["uddudd", "uuuuuu", "-....."],
    ["ududud", "uuuuuu", "-....."],
    ["uddduuu", "uuudddu", "-..+..-"],
    ["udddud", "uuuddd", "-..+.."],
    ["uddduduu", "uuuddddd", "-..+...."],
    ["uggg", "uuug", "-..-"],
    ["ugdgdgd", "uuuuuuu", "-......"],
    ["uddggg", "uuuuug", "-....-"],
    ["udddggg", "uuudddg", "-..+..-"],
    ["u???", "uuu?", "-..."],
    ["ud?dd", "uuuuu", "-...."],
    ["ud?ddd", "uuuuud", "-....+"],
    ["uddd???ddd", "uuuddd???d", "-..+.....+"],
    ["uddd???u", "uuuddd?u", "-..+...-"],
  ])("%s", (marks, statuses, incidents) => {
    const { judgements } = judgeAll(
      NEW,
      Array.from(marks, (mark, minute) => result(STATUS_OF[mark]!, minute * 60)),
    );
    expect(judgements.map(({ health }) => MARK_OF[health.status]).join("")).toBe(statuses);
    expect(judgements.map(({ incident }) => ({ open: "+", resolve: "-", none: "." })[incident]).join("")).toBe(incidents);
  });
});

test("a change happened when the first result showed it and was confirmed by the last", () => {
  const { transitions } = judgeAll(NEW, [result("up", 0), result("down", 60, 7), result("down", 70), result("down", 80, 9)]);
  expect(transitions.at(-1)).toEqual({ at: 60_007, confirmedAt: 80_009, from: "up", to: "down", reason: "connect.refused" });
});

test("recovery happened when the first good result started", () => {
  const { transitions } = judgeAll(NEW, [
    ...[0, 10, 20].map((slotS) => result("down", slotS)),
    result("up", 30, 5),
    result("up", 40),
    result("up", 50),
  ]);
  expect(transitions.at(-1)).toMatchObject({ at: 30_005, confirmedAt: 50_003, from: "down", to: "up", reason: null });
});

test("without confirmations every change counts at once", () => {
  const { transitions } = judgeAll(NEW, [result("down", 0), result("up", 60), result("unknown", 120)], {
    confirmations: 0,
    intervalS: 60,
  });
  expect(transitions.map(({ to }) => to)).toEqual(["down", "up", "unknown"]);
});

test("a contrary result asks for another look 10 s later, on a whole second", () => {
  const { judgements } = judgeAll(NEW, [result("up", 0), result("down", 60, 250), result("down", 71, 0), result("down", 81)]);
  expect(judgements.map(({ confirmAt }) => confirmAt)).toEqual([null, 71_000, 81_000, null]);
});

test("at an interval of 10 s the next slot is the confirmation", () => {
  const { judgements } = judgeAll(NEW, [result("up", 0), result("down", 10)], { confirmations: 2, intervalS: 10 });
  expect(judgements[1]!.confirmAt).toBeNull();
});

test("the reason of a confirmed status follows the latest result", () => {
  const down = judgeAll(NEW, [result("down", 0), result("down", 60), result("down", 120)]).health;
  const { health, transitions } = judge(down, { ...result("down", 180), reason: "greeting.timeout" }, POLICY);
  expect(health).toMatchObject({ status: "down", reason: "greeting.timeout", since: 3 });
  expect(transitions).toEqual([]);
});

test("a result older than the last one changes nothing", () => {
  const { health } = judgeAll(NEW, [result("up", 120)]);
  expect(judge(health, result("down", 60), POLICY)).toEqual({ health, transitions: [], incident: "none", confirmAt: null });
});

test.each(["paused", "maintenance"] as const)("nothing is judged while a monitor is %s", (status) => {
  const health: Health = { ...NEW, status };
  expect(judge(health, result("down", 60), POLICY)).toEqual({ health, transitions: [], incident: "none", confirmAt: null });
});

describe("a gap", () => {
  const up = judgeAll(NEW, [result("up", 0)]).health;

  test("of two intervals and 30 s is none yet", () => {
    expect(judge(up, result("up", 150), POLICY).transitions).toEqual([]);
  });

  test("longer than that is unknown from the first slot that was missed", () => {
    const { transitions, incident } = judge(up, result("up", 151), POLICY);
    expect(transitions).toEqual([
      { at: 60_000, confirmedAt: 151_000, from: "up", to: "unknown", reason: "check.missed" },
      { at: 151_003, confirmedAt: 151_003, from: "unknown", to: "up", reason: null },
    ]);
    expect(incident).toBe("resolve");
  });

  test("forgets the contrary results before it", () => {
    const { health } = judgeAll(up, [result("down", 60), result("down", 70), result("down", 400)]);
    expect(health).toMatchObject({ status: "unknown", contrary: { status: "down", count: 1, since: 400_003 } });
  });

  test("in an outage opens no second incident by itself", () => {
    const down = judgeAll(NEW, [result("down", 0), result("down", 60), result("down", 120)]).health;
    const { incident, transitions } = judge(down, result("down", 1000), POLICY);
    expect(incident).toBe("none");
    expect(transitions.map(({ to }) => to)).toEqual(["unknown"]);
  });
});

describe("whatever the results", () => {
  const policies = fc.record({ confirmations: fc.integer({ min: 0, max: 5 }), intervalS: fc.constantFrom(10, 30, 60, 3600) });
  const histories = fc.array(
    fc.record({ status: fc.constantFrom(...STATUSES), waitS: fc.integer({ min: -30, max: 400 }), lateMs: fc.nat(40_000) }),
    { maxLength: 60 },
  );
  test("judging one again changes nothing", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        for (const each of resultsOf(history)) {
          const once = judge(health, each, policy);
          const again = judge(once.health, each, policy);
          expect(again).toEqual({ health: once.health, transitions: [], incident: "none", confirmAt: null });
          health = once.health;
        }
      }),
    );
  });

  test("changes follow each other in time and each begins where the one before it ended", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        const { health, transitions } = judgeAll(NEW, resultsOf(history), policy);
        let before: { at: number; to: string } = { at: NEW.since, to: NEW.status };
        for (const change of transitions) {
          expect(change.from).toBe(before.to);
          expect(change.to).not.toBe(change.from);
          expect(change.at).toBeGreaterThanOrEqual(before.at);
          expect(change.confirmedAt).toBeGreaterThanOrEqual(change.at);
          before = change;
        }
        expect({ status: health.status, since: health.since }).toEqual({ status: before.to, since: before.at });
      }),
    );
  });

  test("the time in each status adds up to the whole", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        const { transitions } = judgeAll(NEW, resultsOf(history), policy);
        const to = 10_000_000;
        const { ms } = uptimeOf(transitions, 0, to);
        expect(ms.up + ms.degraded + ms.down + ms.unknown).toBe(to);
      }),
    );
  });

  test("down is only ever said after one result and as many more as the policy wants, all down", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let downs = 0;
        for (const each of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, policy);
          if (isNew) downs = each.status === "down" ? downs + 1 : 0;
          const isSure = downs > policy.confirmations;
          expect(judgement.incident !== "open" || isSure).toBe(true);
          health = judgement.health;
        }
      }),
    );
  });

  test("no silence longer than the limit is called up or down", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        for (const each of resultsOf(history)) {
          const isSilence = health.lastSlotAt !== null && each.slotAt - health.lastSlotAt > silenceLimitMs(policy.intervalS);
          const { transitions, health: after } = judge(health, each, policy);
          const isSaid = transitions[0]?.reason === "check.missed";
          expect(isSaid).toBe(isSilence && health.status !== "unknown");
          health = after;
        }
      }),
    );
  });
});
