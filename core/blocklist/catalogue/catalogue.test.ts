import { expect, test } from "vitest";
import { SUBJECTS, WEIGHTS, testEntries, zoneOf } from "../dns-list.ts";
import { questionName, subjectOf } from "../question-name.ts";
import { CATALOGUE } from "./catalogue.ts";

test("a list that answers nobody without a key has no zone without one", () => {
  expect(CATALOGUE.filter((list) => zoneOf(list, null) === null).map(({ id }) => id)).toEqual(["abusix-combined", "abusix-domain"]);
});

test("every list and every zone is there once, and every kind of entry has lists of each weight", () => {
  expect(CATALOGUE.length).toBeGreaterThanOrEqual(30);
  expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  const zones = CATALOGUE.flatMap(({ zone, keyed }) => [zone, keyed?.zone]).filter((zone) => zone != null);
  expect(new Set(zones).size).toBe(zones.length);
  const kinds = SUBJECTS.flatMap((subject) => WEIGHTS.map((weight) => ({ subject, weight })));
  const isThere = ({ subject, weight }: (typeof kinds)[number]) =>
    CATALOGUE.some((list) => list.weight === weight && list.holds.includes(subject));
  expect(kinds.filter((kind) => !isThere(kind))).toEqual([]);
});

test.each(CATALOGUE.map((list) => [list.id, list] as const))("%s can be asked, tested and understood", (id, list) => {
  expect(id).toMatch(/^[a-z0-9-]{2,60}$/);
  const zone = zoneOf(list, "k3y")!;
  expect(zone).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  expect(zone.startsWith("k3y.")).toBe(list.keyed !== undefined);
  for (const subject of list.holds) {
    const { listed, unlisted } = testEntries(list, subject);
    expect([subjectOf(listed), subjectOf(unlisted)]).toEqual([subject, subject]);
    expect(questionName(listed, zone).length).toBeLessThan(254);
  }
  const codes = Object.keys(list.codes.known);
  const isCode = list.codes.by === "address" ? /^127\.0\.[01]\.\d+$/ : /^(?:1|2|4|8|16|32|64|128)$/;
  expect(codes.filter((code) => !isCode.test(code))).toEqual([]);
  for (const url of [list.terms.url, list.delistUrl]) expect(new URL(url!).protocol).toMatch(/^https?:$/);
});
