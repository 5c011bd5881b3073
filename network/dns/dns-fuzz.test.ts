import { expect, test } from "vitest";
import { fuzzDns } from "#testing/fuzz/fuzz-dns.ts";

test("20,000 answers, most of them broken, leave every promise of the resolver whole", { timeout: 120_000 }, async () => {
  const { byOutcome, broken } = await fuzzDns(1, 20_000, 10);
  expect(broken).toEqual([]);
  expect([...byOutcome.values()].reduce((sum, count) => sum + count, 0)).toBe(20_000);
  expect([...byOutcome.keys()].toSorted()).toEqual([
    "bogus",
    "found",
    "loop",
    "malformed",
    "nodata",
    "nxdomain",
    "refused",
    "servfail",
    "timeout",
    "too-large",
  ]);
  expect(byOutcome.get("found")).toBeGreaterThan(1_000);
});
