import { describe, expect, test } from "vitest";
import { finding, wordsOf } from "./finding.ts";
import { ASPECTS, FINDINGS, type FindingCode } from "./findings.ts";

const CODES = Object.keys(FINDINGS) as FindingCode[];
const RULE = /^(?:RFC \d{4,5}|draft-[a-z-]+) section [\d.]+$/;

describe("the catalogue", () => {
  test("says of every aspect what is good or on purpose, and what is wrong or weak", () => {
    for (const aspect of ASPECTS) {
      const verdicts = CODES.filter((code) => code.startsWith(`${aspect}.`)).map((code) => FINDINGS[code].verdict);
      expect(verdicts).toContain("good");
      expect(verdicts.some((verdict) => verdict === "weak" || verdict === "wrong")).toBe(true);
      expect(verdicts).toContain("unknown");
    }
  });

  test.each(CODES)("%s names its rule, and leaves nothing open in its sentences", (code) => {
    for (const rule of FINDINGS[code].source.split(", ")) expect(rule).toMatch(RULE);
    const { says, wanted, why, mend } = wordsOf(finding(code, "example.com", { detail: "what was seen" }));
    for (const text of [says, wanted, why, mend]) expect(text).not.toMatch(/[{}]|undefined|\.\.|^$/);
    for (const sentence of [wanted, why, mend]) expect(sentence).toMatch(/[.…]$|=\S+$|: [^.]+$|seen$/);
    expect(says).not.toMatch(/\.$/);
  });
});

const publish = (value: string) =>
  finding("spf.several", "a.example", { publish: { name: "a.example", type: "TXT", value } }).publish;

describe("a finding", () => {
  test("shows nothing that could hide or reorder what stands there", () => {
    const { subject, found, detail } = finding("spf.syntax", "a\u202eb", { found: ["\u001b[2J"], detail: "x\ny" });
    expect({ subject, found, detail }).toEqual({
      subject: String.raw`a\u{202e}b`,
      found: [String.raw`\x1b[2J`],
      detail: String.raw`x\x0ay`,
    });
  });

  test("holds a page of what was published at most", () => {
    const huge = "\u0000".repeat(65_536);
    const seen = finding("spf.syntax", huge, { found: Array.from({ length: 500 }, () => huge), detail: huge });
    expect(seen.found).toHaveLength(13);
    expect(seen.found.at(-1)).toBe("and 488 more");
    expect(JSON.stringify(seen).length).toBeLessThan(20_000);
  });

  test("names no record that is too long to be published", () => {
    expect(publish("v=spf1 -all")).toBeDefined();
    expect(publish("x".repeat(5000))).toBeUndefined();
  });

  test("does not take what it fills in for a pattern", () => {
    expect(wordsOf({ code: "spf.syntax", subject: "{detail}", detail: "$& {subject}" }).mend).toBe("Correct $& {subject}.");
  });
});
