import { expect, test } from "vitest";
import { proofsWanted, holdsProof, isProved, proofRecord } from "./domain-proof.ts";

const login = { mechanism: "best", username: "probe" } as const;

test("a plain check needs no proof", () => {
  expect(proofsWanted({ host: "mx.example.com" })).toEqual([]);
});

test("a login needs proof of the host, recipients that of their domains", () => {
  const envelope = { from: "", accepted: "a@Example.com", refused: "b@example.net" };
  expect(proofsWanted({ host: "mx.example.org", login, envelope })).toEqual([
    { domain: "mx.example.org", field: "username" },
    { domain: "example.com", field: "accepted" },
    { domain: "example.net", field: "refused" },
  ]);
});

test("a domain covers what is under it, and nothing that only ends like it", () => {
  expect(isProved("mx1.example.com", ["example.com"])).toBe(true);
  expect(isProved("example.com", ["example.com"])).toBe(true);
  expect(isProved("badexample.com", ["example.com"])).toBe(false);
  expect(isProved("com", ["example.com"])).toBe(false);
  expect(isProved("192.0.2.1", ["example.com"])).toBe(false);
});

test("a proof is found whole, and never in part", () => {
  const record = proofRecord("example.com", "abc123");
  expect(record).toEqual({ name: "_ehlowatch-proof.example.com", value: "ehlowatch-proof=abc123" });
  expect(holdsProof(["v=spf1 -all", "ehlowatch-proof=abc123"], record)).toBe(true);
  expect(holdsProof(["ehlowatch-proof=abc1234", "x ehlowatch-proof=abc123"], record)).toBe(false);
});
