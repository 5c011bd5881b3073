import { expect, test } from "vitest";
import { readReceivedSpf } from "./received-spf.ts";

const read = (...values: string[]) =>
  readReceivedSpf(
    values.map((value) => ({ name: "received-spf", value })),
    "mx.example.net",
  );

test("who looked at SPF stands in its comment, or behind receiver=", () => {
  const verdicts = [{ method: "spf", result: "softfail", properties: {} }];
  expect(read("SoftFail (gate.example.net: domain of a@example.org discourages use of 192.0.2.1)")).toEqual({
    by: "gate.example.net",
    verdicts,
  });
  expect(read("softfail (no name here) client-ip=192.0.2.1; receiver=mx.example.net;")).toEqual({ by: "mx.example.net", verdicts });
  expect(read("softfail (domain of example.org)")).toEqual({ by: null, verdicts });
});

test("what somebody else wrote, or what is no result, is left out", () => {
  expect(read("pass (mx.forwarder.example: domain of a@example.org)", "fail (mx.example.net: domain of x)")).toMatchObject({
    by: "mx.example.net",
    verdicts: [{ result: "fail" }],
  });
  expect(read("perhaps (mx.example.net: who knows)", "")).toBeNull();
  expect(read()).toBeNull();
});
