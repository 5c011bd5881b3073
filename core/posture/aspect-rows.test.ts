import { expect, test } from "vitest";
import { aspectRows, countsText } from "./aspect-rows.ts";
import { ASPECT_WORDS } from "./aspect-words.ts";
import { finding } from "./finding.ts";
import { ASPECTS } from "./findings.ts";
import { VERDICTS } from "./words/words.ts";
import { BY_WEIGHT } from "./worst-verdict.ts";

const WEAK = finding("dmarc.none", "_dmarc.example.com");
const GOOD = finding("dkim.good", "s1._domainkey.example.com");
const WRONG = finding("dkim.absent", "s2._domainkey.example.com");
const NOTE = finding("dmarc.no-reports", "_dmarc.example.com");
const FINE = finding("dmarc.good", "_dmarc.example.com");

test("an aspect is as good as its worst finding, which stands first", () => {
  const rows = aspectRows([NOTE, WEAK, GOOD, WRONG]);
  expect(rows.map(({ aspect, verdict, findings }) => [aspect, verdict, findings.map(({ code }) => code)])).toEqual([
    ["dkim", "wrong", ["dkim.absent", "dkim.good"]],
    ["dmarc", "weak", ["dmarc.none", "dmarc.no-reports"]],
  ]);
  expect(countsText(rows)).toBe("1 wrong, 1 weak");
});

test("what is worth knowing of something in order leaves it in order, and alone it is only noted", () => {
  expect(countsText(aspectRows([FINE, NOTE, GOOD]))).toBe("2 good");
  expect(countsText(aspectRows([NOTE, GOOD]))).toBe("1 to note, 1 good");
});

test("every verdict has its weight, and every aspect its words", () => {
  expect([...BY_WEIGHT].toSorted()).toEqual([...VERDICTS].toSorted());
  expect(Object.keys(ASPECT_WORDS)).toEqual([...ASPECTS]);
});
