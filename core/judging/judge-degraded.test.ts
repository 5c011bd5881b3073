import { describe, expect, test } from "vitest";
import { incidentMarks, judgeAll, minutely, NEW, POLICY, result, statusMarks, STRICT } from "#testing/judging.ts";
import { judge } from "./judge.ts";

describe("where being degraded is an incident", () => {
  // results -> the confirmed status after each, and what became of the incident
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
