import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { silenceLimitMs } from "./gap.ts";
import type { Health, Transition } from "./health.ts";
import { isIncident } from "./incident-change.ts";
import { judge, type Judged, type Judgement, type JudgingPolicy } from "./judge.ts";
import { INCIDENT_FROM } from "./monitor.ts";
import type { ReasonCode } from "./reason.ts";
import { STATUSES, type Status } from "./status.ts";
import { uptimeOf } from "./uptime.ts";

const POLICY: JudgingPolicy = { confirmations: 2, intervalS: 60, incidentFrom: "down" };
const STRICT: JudgingPolicy = { ...POLICY, incidentFrom: "degraded" };
const NEW: Health = { status: "unknown", reason: null, since: 0, lastSlotAt: null, contrary: null, retryAt: null };
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
  let isOpen = false;
  for (const each of results) {
    const judgement = judge(health, each, policy, isOpen);
    judgements.push(judgement);
    health = judgement.health;
    isOpen = isOpenAfter(judgement, isOpen);
  }
  return { health, judgements, transitions: judgements.flatMap((judgement) => judgement.transitions) };
}

const isOpenAfter = ({ incident }: Judgement, isOpen: boolean): boolean => {
  if (incident?.kind === "open") return true;
  return incident?.kind === "resolve" ? false : isOpen;
};

const resultsOf = (history: { status: Status; waitS: number; lateMs: number; retryInS?: number }[]): Judged[] => {
  let slotS = 1000;
  return history.map(({ status, waitS, lateMs, retryInS }) => {
    const each = result(status, (slotS += waitS), lateMs);
    return retryInS === undefined ? each : { ...each, retryAt: each.startedAt + retryInS * 1000 };
  });
};

const STATUS_OF: Record<string, Status> = { u: "up", g: "degraded", d: "down", "?": "unknown" };
const MARK_OF: Record<string, string> = { up: "u", degraded: "g", down: "d", unknown: "?" };
const INCIDENT_MARKS = { open: "+", worsen: "!", ease: "~", resolve: "-" } as const;
const statusMarks = (judgements: Judgement[]) => judgements.map(({ health }) => MARK_OF[health.status]).join("");
const incidentMarks = (judgements: Judgement[]) =>
  judgements.map(({ incident }) => (incident === null ? "." : INCIDENT_MARKS[incident.kind])).join("");

const minutely = (marks: string): Judged[] => Array.from(marks, (mark, minute) => result(STATUS_OF[mark]!, minute * 60));

describe("sequences of results, one a minute, with two confirmations", () => {
  // results -> the confirmed status after each, and what became of the incident (+ opened, ! down again, - resolved)
  test.each([
    ["u", "u", "."],
    ["g", "g", "."],
    ["d", "?", "."],
    ["ddd", "??d", "..+"],
    ["?", "?", "."],
    ["uddd", "uuud", "...+"],
    ["uddu", "uuuu", "...."],
    ["uddudd", "uuuuuu", "......"],
    ["ududud", "uuuuuu", "......"],
    ["uddduuu", "uuudddu", "...+..-"],
    ["udddud", "uuuddd", "...+.."],
    ["uddduduu", "uuuddddd", "...+...."],
    ["uggg", "uuug", "...."],
    ["ugdgdgd", "uuugggg", "......."],
    ["udgdddd", "uuuggdd", ".....+."],
    ["ugdd", "uuug", "...."],
    ["ugddd", "uuugd", "....+"],
    ["uddggg", "uuuggg", "......"],
    ["udddgugugu", "uuudddgggg", "...+..-..."],
    ["ud?gd", "uuuuu", "....."],
    ["ugdu", "uuuu", "...."],
    ["ugggdudud", "uuugggggg", "........."],
    ["udddggg", "uuudddg", "...+..-"],
    ["u???", "uuu?", "...."],
    ["ud?dd", "uuuuu", "....."],
    ["ud?ddd", "uuuuud", ".....+"],
    ["uddd???ddd", "uuuddd???d", "...+.....!"],
    ["uddd???u", "uuuddd?u", "...+...-"],
  ])("%s", (marks, statuses, incidents) => {
    const { judgements } = judgeAll(NEW, minutely(marks));
    expect(statusMarks(judgements)).toBe(statuses);
    expect(incidentMarks(judgements)).toBe(incidents);
  });
});

describe("where being degraded is an incident", () => {
  // the same, and ~ for only degraded now
  test.each([
    ["g", "?", "."],
    ["ggg", "??g", "..+"],
    ["uggg", "uuug", "...+"],
    ["ugug", "uuuu", "...."],
    ["ugdgdgd", "uuugggg", "...+..."],
    ["dgd", "??g", "..+"],
    ["ugddd", "uuugd", "...+!"],
    ["ugggddd", "uuugggd", "...+..!"],
    ["udddggg", "uuudddg", "...+..~"],
    ["udddgggddd", "uuudddgggd", "...+..~..!"],
    ["udddggguuu", "uuudddgggu", "...+..~..-"],
    ["uggguuu", "uuugggu", "...+..-"],
    ["ugggddduuu", "uuugggdddu", "...+..!..-"],
    ["uggg???ggg", "uuuggg???g", "...+.....~"],
    ["uggg???ddd", "uuuggg???d", "...+.....!"],
    ["uggg???u", "uuuggg?u", "...+...-"],
    ["?u", "?u", ".."],
  ])("%s", (marks, statuses, incidents) => {
    const { judgements } = judgeAll(NEW, minutely(marks), STRICT);
    expect(statusMarks(judgements)).toBe(statuses);
    expect(incidentMarks(judgements)).toBe(incidents);
  });

  test("one that is degraded when its owner says so has an incident since it was degraded, at its next result", () => {
    const { health } = judgeAll(NEW, minutely("ug"));
    const degraded = judgeAll(health, [result("degraded", 120), result("degraded", 180)]).health;
    expect(judge(degraded, result("degraded", 240), STRICT, false)).toMatchObject({
      transitions: [],
      incident: { kind: "open", at: 60_003, confirmedAt: 240_003, status: "degraded" },
    });
  });

  test("and is over at its next result when he says the opposite", () => {
    const { health } = judgeAll(NEW, minutely("uggg"), STRICT);
    expect(judge(health, result("degraded", 240), POLICY, true)).toMatchObject({
      transitions: [],
      incident: { kind: "resolve", at: 240_003, confirmedAt: 240_003, status: "degraded" },
    });
  });
});

const greylisted = (slotS: number, retryS: number): Judged => ({
  ...result("degraded", slotS),
  reason: "rcpt.greylisted",
  retryAt: retryS * 1000,
});

describe("a server that greylists", () => {
  test("is asked again at its time, on a whole second", () => {
    const { judgements } = judgeAll(NEW, [result("up", 0), { ...greylisted(60, 0), retryAt: 360_003 }]);
    expect(judgements[1]).toMatchObject({ confirmAt: 361_000, health: { retryAt: 360_003, contrary: { count: 1 } } });
  });

  test("and taken at its time it was never more than a try", () => {
    const { health, transitions } = judgeAll(NEW, [
      result("up", 0),
      ...[60, 120, 180, 240, 300].map((slotS) => greylisted(slotS, slotS + 300)),
      result("up", 361),
    ]);
    expect(transitions.map(({ to }) => to)).toEqual(["up"]);
    expect(health).toMatchObject({ status: "up", contrary: null, retryAt: null });
  });

  test("what it says before its time does not count, and asks for the same retry again", () => {
    const { judgements } = judgeAll(NEW, [result("up", 0), greylisted(60, 360), greylisted(120, 420), greylisted(180, 480)]);
    expect(judgements.slice(1).map(({ confirmAt, health }) => [confirmAt, health.contrary?.count])).toEqual([
      [360_000, 1],
      [360_000, 1],
      [360_000, 1],
    ]);
  });

  test("and refused at its times it is degraded, as often as the policy wants, and never down", () => {
    const { transitions } = judgeAll(NEW, [result("up", 0), greylisted(60, 360), greylisted(361, 661), greylisted(662, 962)], {
      ...POLICY,
      intervalS: 3600,
    });
    expect(transitions.map(({ to }) => to)).toEqual(["up", "degraded"]);
  });

  test("the first time it is seen, too", () => {
    expect(judge(NEW, greylisted(0, 300), POLICY, false)).toMatchObject({ health: { status: "degraded" }, confirmAt: 300_000 });
  });

  test("any other trouble meanwhile counts as ever", () => {
    const { judgements } = judgeAll(NEW, [
      result("up", 0),
      greylisted(60, 360),
      result("down", 120),
      result("down", 130),
      result("down", 140),
    ]);
    expect(statusMarks(judgements)).toBe("uuugd");
    expect(judgements[2]!.confirmAt).toBe(131_000);
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
    ...POLICY,
    confirmations: 0,
  });
  expect(transitions.map(({ to }) => to)).toEqual(["down", "up", "unknown"]);
});

test("a contrary result asks for another look 10 s later, on a whole second", () => {
  const { judgements } = judgeAll(NEW, [result("up", 0), result("down", 60, 250), result("down", 71, 0), result("down", 81)]);
  expect(judgements.map(({ confirmAt }) => confirmAt)).toEqual([null, 71_000, 81_000, null]);
});

test("at an interval of 10 s the next slot is the confirmation", () => {
  const { judgements } = judgeAll(NEW, [result("up", 0), result("down", 10)], { ...POLICY, intervalS: 10 });
  expect(judgements[1]!.confirmAt).toBeNull();
});

test("the reason of a confirmed status follows the latest result", () => {
  const down = judgeAll(NEW, [result("down", 0), result("down", 60), result("down", 120)]).health;
  const { health, transitions } = judge(down, { ...result("down", 180), reason: "greeting.timeout" }, POLICY, true);
  expect(health).toMatchObject({ status: "down", reason: "greeting.timeout", since: 3 });
  expect(transitions).toEqual([]);
});

test("a result older than the last one changes nothing", () => {
  const { health } = judgeAll(NEW, [result("up", 120)]);
  expect(judge(health, result("down", 60), POLICY, false)).toEqual({ health, transitions: [], incident: null, confirmAt: null });
});

test.each(["paused", "maintenance"] as const)("nothing is judged while a monitor is %s", (status) => {
  const health: Health = { ...NEW, status };
  expect(judge(health, result("down", 60), POLICY, false)).toEqual({ health, transitions: [], incident: null, confirmAt: null });
});

describe("a gap", () => {
  const up = judgeAll(NEW, [result("up", 0)]).health;

  test("of two intervals and 30 s is none yet", () => {
    expect(judge(up, result("up", 150), POLICY, false).transitions).toEqual([]);
  });

  test("longer than that is unknown from the first slot that was missed", () => {
    const { transitions, incident } = judge(up, result("up", 151), POLICY, false);
    expect(transitions).toEqual([
      { at: 60_000, confirmedAt: 151_000, from: "up", to: "unknown", reason: "check.missed" },
      { at: 151_003, confirmedAt: 151_003, from: "unknown", to: "up", reason: null },
    ]);
    expect(incident).toBeNull();
  });

  test("forgets the contrary results before it", () => {
    const { health } = judgeAll(up, [result("down", 60), result("down", 70), result("down", 400)]);
    expect(health).toMatchObject({ status: "unknown", contrary: { status: "down", count: 1, since: 400_003 } });
  });

  test("in an outage opens no second incident by itself", () => {
    const down = judgeAll(NEW, [result("down", 0), result("down", 60), result("down", 120)]).health;
    const { incident, transitions } = judge(down, result("down", 1000), POLICY, true);
    expect(incident).toBeNull();
    expect(transitions.map(({ to }) => to)).toEqual(["unknown"]);
  });
});

describe("whatever the results", () => {
  const policies = fc.record({
    confirmations: fc.integer({ min: 0, max: 5 }),
    intervalS: fc.constantFrom(10, 30, 60, 3600),
    incidentFrom: fc.constantFrom(...INCIDENT_FROM),
  });
  const histories = fc.array(
    fc.record({
      status: fc.constantFrom(...STATUSES),
      waitS: fc.integer({ min: -30, max: 400 }),
      lateMs: fc.nat(40_000),
      retryInS: fc.option(fc.integer({ min: -60, max: 600 }), { nil: undefined, freq: 4 }),
    }),
    { maxLength: 60 },
  );
  test("judging one again changes nothing", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        for (const each of resultsOf(history)) {
          const once = judge(health, each, policy, isOpen);
          isOpen = isOpenAfter(once, isOpen);
          const again = judge(once.health, each, policy, isOpen);
          expect(again).toEqual({ health: once.health, transitions: [], incident: null, confirmAt: null });
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

  test("an incident only ever begins after one result and as many more as the policy wants, none of them up", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        let troubles = 0;
        for (const each of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, policy, isOpen);
          if (isNew) troubles = isIncident(each.status, policy.incidentFrom) ? troubles + 1 : 0;
          expect(judgement.incident?.kind !== "open" || troubles > policy.confirmations).toBe(true);
          isOpen = isOpenAfter(judgement, isOpen);
          health = judgement.health;
        }
      }),
    );
  });

  test("no status outlives one result and as many more as the policy wants that all disagree in the same direction", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        let against = { status: health.status, count: 0 };
        for (const { retryAt: _, ...each } of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, policy, isOpen);
          const hasChanged = judgement.transitions.length > 0;
          const isAgainst = each.status !== "unknown" && each.status !== "up" && each.status !== health.status;
          if (isNew) against = { status: health.status, count: isAgainst && !hasChanged ? against.count + 1 : 0 };
          expect(against.status === "degraded" || against.count <= policy.confirmations).toBe(true);
          isOpen = isOpenAfter(judgement, isOpen);
          health = judgement.health;
        }
      }),
    );
  });

  test("down is said no later for what else disagreed before", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let downs = 0;
        let health = NEW;
        for (const { retryAt: _, ...each } of resultsOf(history)) {
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const { health: after, transitions } = judge(health, each, policy, false);
          const isGap = transitions[0]?.reason === "check.missed";
          if (isNew) downs = each.status === "down" ? (isGap ? 1 : downs + 1) : 0;
          expect(downs > policy.confirmations).toBe(after.status === "down" && downs > 0 && downs > policy.confirmations);
          health = after;
        }
      }),
    );
  });

  test("after every result that says something an incident is open if and only if the status is one, however the policy changes", () => {
    fc.assert(
      fc.property(histories, fc.array(policies, { minLength: 1, maxLength: 5 }), (history, changing) => {
        let health = NEW;
        let isOpen = false;
        for (const [index, each] of resultsOf(history).entries()) {
          const { incidentFrom } = changing[Math.floor(index / 8) % changing.length]!;
          const isNew = health.lastSlotAt === null || each.slotAt > health.lastSlotAt;
          const judgement = judge(health, each, { ...changing[0]!, incidentFrom }, isOpen);
          const kind = judgement.incident?.kind;
          expect(kind === undefined || isOpen === (kind !== "open")).toBe(true); // nothing begins twice or ends unbegun
          const after = isOpenAfter(judgement, isOpen);
          health = judgement.health;
          const isSaid = isNew && health.status !== "unknown";
          expect(after).toBe(isSaid ? isIncident(health.status, incidentFrom) : isOpen);
          isOpen = after;
        }
      }),
    );
  });

  test("of those who are told of an incident that becomes worse, nobody is told without a change to down", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        const { judgements } = judgeAll(NEW, resultsOf(history), policy);
        const becameOf = (kind: string) =>
          judgements.flatMap(({ incident, transitions }) => (incident?.kind === kind ? [transitions.at(-1)?.to] : []));
        expect(becameOf("worsen").every((to) => to === "down")).toBe(true);
        expect(becameOf("ease").every((to) => to === "degraded")).toBe(true);
      }),
    );
  });

  test("no silence longer than the limit is called up or down", () => {
    fc.assert(
      fc.property(histories, policies, (history, policy) => {
        let health = NEW;
        let isOpen = false;
        for (const each of resultsOf(history)) {
          const isSilence = health.lastSlotAt !== null && each.slotAt - health.lastSlotAt > silenceLimitMs(policy.intervalS);
          const judgement = judge(health, each, policy, isOpen);
          const isSaid = judgement.transitions[0]?.reason === "check.missed";
          expect(isSaid).toBe(isSilence && health.status !== "unknown");
          isOpen = isOpenAfter(judgement, isOpen);
          health = judgement.health;
        }
      }),
    );
  });
});
