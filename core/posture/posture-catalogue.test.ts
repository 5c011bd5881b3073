import { expect, test } from "vitest";
import { FINDINGS } from "./findings.ts";
import { postureCatalogue } from "./posture-catalogue.ts";

test("everything that can be found is explained once, and nothing is left to be filled in", () => {
  const explained = postureCatalogue().flatMap(({ findings }) => findings);
  expect(explained.map(({ code }) => code).toSorted()).toEqual(Object.keys(FINDINGS).toSorted());
  expect(explained.filter(({ words }) => Object.values(words).some((text) => /[{}]/.test(text)))).toEqual([]);
});
