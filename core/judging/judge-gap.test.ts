import { describe, expect, test } from "vitest";
import { judgeAll, NEW, POLICY, result } from "#testing/judging.ts";
import { judge } from "./judge.ts";

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
