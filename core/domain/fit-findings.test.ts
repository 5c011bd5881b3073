import { expect, test } from "vitest";
import { finding, type Finding } from "../posture/finding.ts";
import { FINDINGS, type FindingCode } from "../posture/findings.ts";
import { fitFindings, MOST_CHARS, MOST_FINDINGS } from "./fit-findings.ts";

/** As long as a finding can be: twelve long lines, a detail, and a record that would mend it. */
function longest(at: number): Finding {
  const publish = { name: "n".repeat(255), type: "TXT", value: "v".repeat(4_096) } as const;
  const found = Array.from({ length: 20 }, (_, line) => `${line} ${"x".repeat(1_000)}`);
  return finding("spf.absent", `${at}.${"s".repeat(300)}`, { found, detail: "d".repeat(500), publish });
}

test("what fits is kept as it is", () => {
  const each = (Object.keys(FINDINGS) as FindingCode[]).map((code) =>
    finding(code, "example.com", { found: ["v=spf1 -all"], detail: "seen" }),
  );
  expect(fitFindings(each)).toEqual(each);
});

test("whoever publishes more than anybody needs is kept within bounds, and no finding of the first ones is lost", () => {
  const kept = fitFindings(Array.from({ length: 1_000 }, (_, at) => longest(at)));
  expect(kept).toHaveLength(MOST_FINDINGS);
  expect(kept[0]).toEqual(longest(0));
  expect(kept.at(-1)).toMatchObject({ code: "spf.absent", subject: longest(MOST_FINDINGS - 1).subject, found: [], detail: null });
  expect(JSON.stringify(kept).length).toBeLessThan(MOST_CHARS + MOST_FINDINGS * 400);
});
