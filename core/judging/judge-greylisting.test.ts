import { describe, expect, test } from "vitest";
import { againAt, judgeAll, NEW, POLICY, result, statusMarks } from "#testing/judging.ts";
import { judge, type Judged } from "./judge.ts";

const greylisted = (slotS: number, retryS: number): Judged => ({
  ...result("degraded", slotS),
  reason: "rcpt.greylisted",
  retryAt: retryS * 1000,
});

describe("a server that greylists", () => {
  test("is asked again at its time, on a whole second", () => {
    const { judgements } = judgeAll(NEW, [result("up", 0), { ...greylisted(60, 0), retryAt: 360_003 }]);
    expect(judgements[1]).toMatchObject({ health: { retryAt: 360_003, contrary: { count: 1 } } });
    expect(againAt(judgements[1]!)).toBe(361_000);
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
    expect(judgements.slice(1).map((judgement) => [againAt(judgement), judgement.health.contrary?.count])).toEqual([
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
    const judgement = judge(NEW, greylisted(0, 300), POLICY, false);
    expect(judgement.health.status).toBe("degraded");
    expect(againAt(judgement)).toBe(300_000);
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
    expect(againAt(judgements[2]!)).toBe(127_000);
  });
});
