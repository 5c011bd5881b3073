import { describe, expect, test } from "vitest";
import { postureOf } from "#testing/posture/posture-of.ts";
import { ASPECTS, FINDINGS } from "./findings.ts";
import { SIXTY_DOMAINS } from "./sixty-domains.ts";
import { worstVerdict } from "./worst-verdict.ts";

describe("a domain with", () => {
  test.each(SIXTY_DOMAINS.map((row) => [row.about, row.source, row] as const))("%s (%s)", async (_about, _source, row) => {
    const findings = await postureOf(row);
    const notGood = findings.map(({ code }) => code).filter((code) => FINDINGS[code].verdict !== "good");
    expect(notGood).toEqual(row.found);
    expect(worstVerdict(findings)).toBe(row.verdict);
  });
});

test("there are sixty of them, each with a title of its own and a rule that one of its findings goes by", () => {
  expect(SIXTY_DOMAINS).toHaveLength(60);
  expect(new Set(SIXTY_DOMAINS.map(({ about }) => about)).size).toBe(60);
  for (const { found, source } of SIXTY_DOMAINS.filter((row) => row.found.length > 0)) {
    expect(found.flatMap((code) => FINDINGS[code].source.split(", "))).toContain(source);
  }
});

test("the domain that is well has something good in every aspect", async () => {
  const findings = await postureOf(SIXTY_DOMAINS[0]!);
  const aspects = new Set(findings.map(({ aspect }) => aspect));
  expect([...aspects]).toEqual(ASPECTS.filter((aspect) => aspect !== "refusals")); // which asks servers, not the DNS
  expect(findings.every(({ code }) => FINDINGS[code].verdict === "good")).toBe(true);
});
