import { describe, expect, test } from "vitest";
import { fromPlaces, judgeFrom, PLACES } from "#testing/judging-votes.ts";
import { againAt, incidentMarks, NEW, POLICY, statusMarks } from "#testing/judging.ts";
import { confirmAfter } from "./confirm.ts";
import type { Health } from "./health.ts";
import { dissentOf } from "./vote.ts";

const { A, B, C, D } = PLACES;
const UP: Health = { ...NEW, status: "up", since: -1, lastSlotAt: -60_000 };
const DOWN: Health = { ...UP, status: "down", reason: "connect.refused" };

describe("of three locations, each result put to the vote of the two others", () => {
  // before -> results -> the confirmed status after each, and what became of the incident
  test.each([
    ["u", "Ad Bd", "ud", ".+"],
    ["u", "Ad Bd Cu", "udd", ".+."],
    ["u", "Ad Bu Cd", "uud", "..+"],
    ["u", "Ad Bu Cu", "uuu", "..."],
    ["u", "Ad Bu Cu | Bu | Cu | Ad Bu Cu", "uuuuuuuu", "........"],
    ["u", "Ad B? Cd", "uud", "..+"],
    ["u", "Ad B? Cu", "uuu", "..."],
    ["u", "Ad B? C?", "uuu", "..."],
    ["u", "A? Bu Cu", "uuu", "..."],
    ["u", "A? Bd Cd", "uud", "..+"],
    ["u", "A? B? C?", "uu?", "..."],
    ["u", "Ad Bg Cg", "uug", "..."],
    ["u", "Ad Bd Cg", "udd", ".+."],
    ["u", "Ad Bg Cu", "uug", "..."],
    ["u", "Ad Bg C?", "uug", "..."],
    ["u", "Ag Bu Cd", "uug", "..."],
    ["?", "Ad Bd", "?d", ".+"],
    ["?", "Ad Bu", "?u", ".."],
    ["?", "Ad B? Cd", "??d", "..+"],
    ["?", "Au", "u", "."],
  ])("%s and then %s", (before, script, statuses, incidents) => {
    const judgements = judgeFrom(before === "u" ? UP : NEW, fromPlaces(script), [A, B, C]);
    expect(statusMarks(judgements)).toBe(statuses);
    expect(incidentMarks(judgements)).toBe(incidents);
  });

  test("recovery is confirmed the same way", () => {
    expect(statusMarks(judgeFrom(DOWN, fromPlaces("Au Bd Cd | Bu Cu"), [A, B, C]))).toBe("ddddu");
  });

  test("a change happened when the first of those who agree saw it, and was sure when the last one did", () => {
    const { transitions, vote } = judgeFrom(UP, fromPlaces("Ad Bd"), [A, B, C])[1]!;
    expect(transitions).toEqual([{ at: 3, confirmedAt: 103, from: "up", to: "down", reason: "connect.refused" }]);
    expect(vote!.outcome).toMatchObject({ kind: "agreed", status: "down" });
  });

  test("the two others are asked at once, at the same slot, and the same place again where they do not answer", () => {
    const [first, second] = judgeFrom(UP, fromPlaces("Bd Cu"), [A, B, C], { ...POLICY, intervalS: 3600 });
    expect(first!.looks).toEqual([
      { kind: "vote", locationId: C, slotAt: 0 },
      { kind: "vote", locationId: A, slotAt: 0 },
      { kind: "again", locationId: B, slotAt: 61_000 },
    ]);
    expect(second!.looks).toEqual([]);
  });

  test("where the others cannot tell, the one that could is asked again", () => {
    const judgements = judgeFrom(UP, fromPlaces("Ad B? C?"), [A, B, C]);
    expect(judgements[2]!.looks).toEqual([{ kind: "again", locationId: A, slotAt: 7_000 }]);
    expect(judgements[2]!.health.contrary).toMatchObject({ status: "down", count: 1, votes: null });
  });

  test("where the others never answer, the slots go on counting", () => {
    expect(statusMarks(judgeFrom(UP, fromPlaces("Ad | Ad"), [A, B, C]))).toBe("ud");
  });

  test("but not where one of them said otherwise", () => {
    expect(statusMarks(judgeFrom(UP, fromPlaces("Ad Bu | Ad Bu | Ad Bu | Ad Bu"), [A, B, C]))).toBe("uuuuuuuu");
  });

  test("a vote that comes late is none any more", () => {
    const judgements = judgeFrom(UP, fromPlaces("Ad Bu Cu Cd"), [A, B, C]);
    expect(judgements[3]).toMatchObject({ health: judgements[2]!.health, transitions: [], vote: null });
  });

  test("without confirmations wanted, nobody is asked", () => {
    const [only] = judgeFrom(UP, fromPlaces("Ad"), [A, B, C], { ...POLICY, confirmations: 0 });
    expect(only).toMatchObject({ health: { status: "down" }, looks: [] });
  });

  test("a server that wants to be asked again later is left alone", () => {
    const greylisted = fromPlaces("Ag").map((each) => ({ ...each, retryAt: 300_000 }));
    const [only] = judgeFrom(UP, greylisted, [A, B, C]);
    expect(only!.looks).toEqual([{ kind: "again", locationId: A, slotAt: 300_000 }]);
  });

  test("of many locations two are asked, and all take turns", () => {
    const asked = (script: string) => judgeFrom(UP, fromPlaces(script), [A, B, C, D])[0]!.looks.map(({ locationId }) => locationId);
    expect([asked("Ad"), asked("Bd"), asked("Cd"), asked("Dd")]).toEqual([
      [B, C],
      [C, D],
      [D, A],
      [A, B],
    ]);
  });
});

describe("of two locations", () => {
  test.each([
    ["Ad Bd", "ud"],
    ["Ad Bu", "uu"],
    ["Ad Bu | Bu | Ad Bu | Bu", "uuuuuu"],
    ["Ad B? | B? | Ad", "uuud"],
    ["A? Bu", "uu"],
  ])("%s", (script, statuses) => {
    expect(statusMarks(judgeFrom(UP, fromPlaces(script), [A, B]))).toBe(statuses);
  });
});

describe("a location that is cut off", () => {
  test.each([
    ["one of three: the others decide", "Ad Bu Cu", [B, C], "uuu"],
    ["even where it was right", "Ad Bd Cd", [B, C], "uud"],
    ["its own voice does not count", "Ad Bd Cu", [B, C], "uuu"],
    ["two of three: the third confirms by itself", "Ad Cu | Bd Cu | Cd | Cd", [C], "uuuuud"],
    ["what it sees for itself counts for nothing", "Ad | Ad | Ad | Ad", [B, C], "uuuu"],
    ["nor does it say that all is well again", "Bd Cd | Au", [B, C], "udd"],
    ["all of them: as if there were no others", "Ad | Ad", [], "ud"],
  ])("%s", (_, script, places, statuses) => {
    expect(statusMarks(judgeFrom(UP, fromPlaces(script), places))).toBe(statuses);
  });
});

describe("who stood against the others", () => {
  test.each([
    ["Ad Bu Cu", [A], true],
    ["Ad Bu Cd", [B], true],
    ["Ad Bu C?", [A], false],
    ["Ad B? C?", [], false],
    ["Ad Bg Cu", [C], true],
    ["Ad Bd", [], true],
  ])("%s", (script, locationIds, isOutvoted) => {
    const { vote } = judgeFrom(UP, fromPlaces(script), [A, B, C]).at(-1)!;
    expect(dissentOf(vote!.votes, "up", vote!.outcome)).toMatchObject({
      locationIds,
      ...(locationIds.length > 0 ? { isOutvoted } : {}),
    });
  });
});

describe("where more checks have to agree than a vote has, it is taken again", () => {
  const FIVE = { ...POLICY, confirmations: 4 };

  test.each([
    ["Ad Bd Cd | Bd Cd", "uuuud"], // five that agree
    ["Ad Bd Cu | Bd Ad Cu", "uuuuuu"], // four
    ["Ad Bd Cu | Bd Ad Cu | Ad Bd", "uuuuuuud"], // six, and most of those asked each time
    ["Ad Bd Cd | Bd Cu Au", "uuuuuu"],
    ["Ad Bd Cd | Bu | Bd Cd", "uuuuuu"], // one that says otherwise in between begins it anew
    ["Ad Bd Cd | B? Cd Ad", "uuuuud"],
    ["Ad Bd Cg | Bd Cg Ad", "uuuuud"],
  ])("%s", (script, statuses) => {
    expect(statusMarks(judgeFrom(UP, fromPlaces(script), [A, B, C], FIVE))).toBe(statuses);
  });

  test("soon, beginning with the last of those who agree, and with the same others asked", () => {
    const judgements = judgeFrom(UP, fromPlaces("Ad Bd Cu | Bd"), [A, B, C], FIVE);
    expect(judgements[1]!.looks).toEqual([{ kind: "again", locationId: B, slotAt: confirmAfter(103, null) }]);
    expect(judgements[2]!.looks).toEqual([]); // it is under way
    expect(judgements[3]!.looks.map(({ kind, locationId }) => [kind, locationId])).toEqual([
      ["vote", C],
      ["vote", A],
    ]);
  });

  test("even where one of the others never answers", () => {
    const judgements = judgeFrom(UP, fromPlaces("Ad Bd | Bd Ad | Ad Bd"), [A, B, C], FIVE);
    expect(statusMarks(judgements)).toBe("uuuuud");
  });

  test("it happened when the first of them all saw it, and who stands against the rest is noted at the end", () => {
    const judgements = judgeFrom(UP, fromPlaces("Ad Bd Cu | Bd Ad Cu | Ad Bd"), [A, B, C], FIVE);
    expect(judgements.map(({ vote }) => vote?.outcome.kind ?? null)).toEqual([...Array(7).fill(null), "agreed"]);
    expect(judgements.at(-1)!.transitions).toMatchObject([{ at: 3, confirmedAt: 120_103 }]);
  });
});

test("while votes are awaited nobody looks again from the same place", () => {
  const [first] = judgeFrom(UP, fromPlaces("Ad"), [A, B, C]);
  expect(againAt(first!)).toBeNull();
});
