import { describe, expect, test } from "vitest";
import { againAt, incidentMarks, judgeAll, minutely, NEW, POLICY, result, statusMarks, unchanged } from "#testing/judging.ts";
import type { Health } from "./health.ts";
import { judge } from "./judge.ts";

describe("sequences of results, one a minute, with two confirmations", () => {
  // results -> the confirmed status after each, and what became of the incident
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
    ["ud?gd", "uuuug", "....."],
    ["ugdu", "uuuu", "...."],
    ["ugggdudud", "uuugggggg", "........."],
    ["udddggg", "uuudddg", "...+..-"],
    ["u???", "uuu?", "...."],
    ["ud?dd", "uuuud", "....+"],
    ["ud?d?d", "uuuuud", ".....+"],
    ["ud?u?d?d", "uuuuuuuu", "........"],
    ["ud???", "uuuu?", "....."],
    ["d?d?d", "????d", "....+"],
    ["uddd???ddd", "uuuddd???d", "...+.....!"],
    ["uddd???u", "uuuddd?u", "...+...-"],
  ])("%s", (marks, statuses, incidents) => {
    const { judgements } = judgeAll(NEW, minutely(marks));
    expect(statusMarks(judgements)).toBe(statuses);
    expect(incidentMarks(judgements)).toBe(incidents);
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

test("a contrary result asks for another look 6 s later, on a whole second", () => {
  const { judgements } = judgeAll(NEW, [result("up", 0), result("down", 60, 250), result("down", 67, 0), result("down", 73)]);
  expect(judgements.map(againAt)).toEqual([null, 67_000, 73_000, null]);
});

test("the reason of a confirmed status follows the latest result", () => {
  const down = judgeAll(NEW, [result("down", 0), result("down", 60), result("down", 120)]).health;
  const { health, transitions } = judge(down, { ...result("down", 180), reason: "greeting.timeout" }, POLICY, true);
  expect(health).toMatchObject({ status: "down", reason: "greeting.timeout", since: 3 });
  expect(transitions).toEqual([]);
});

test("a result older than the last one changes nothing", () => {
  const { health } = judgeAll(NEW, [result("up", 120)]);
  expect(judge(health, result("down", 60), POLICY, false)).toEqual(unchanged(health));
});

test.each(["paused", "maintenance"] as const)("nothing is judged while a monitor is %s", (status) => {
  const health: Health = { ...NEW, status };
  expect(judge(health, result("down", 60), POLICY, false)).toEqual(unchanged(health));
});
