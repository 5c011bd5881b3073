import { expect, test } from "vitest";
import { readAuthenticationResults } from "./authentication-results.ts";

const read = (value: string) => readAuthenticationResults([{ name: "authentication-results", value }]);

test("what a receiver found is read with what it looked at", () => {
  expect(
    read(
      'mx.example.com 1; spf=pass (sender IP is 192.0.2.1; ok) smtp.mailfrom=a@example.org; dkim/1 = pass header.d=example.org header.b="ab=c"; dmarc=pass (p=REJECT) header.from=example.org; arc=none',
    ),
  ).toEqual([
    {
      by: "mx.example.com",
      verdicts: [
        { method: "spf", result: "pass", properties: { "smtp.mailfrom": "a@example.org" } },
        { method: "dkim", result: "pass", properties: { "header.d": "example.org", "header.b": "ab=c" } },
        { method: "dmarc", result: "pass", properties: { "header.from": "example.org" } },
        { method: "arc", result: "none", properties: {} },
      ],
    },
  ]);
});

test("a server that names itself nowhere has no name", () => {
  expect(
    read("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.org; dkim=none header.d=none;compauth=pass reason=100"),
  ).toEqual([
    {
      by: null,
      verdicts: [
        { method: "spf", result: "pass", properties: { "smtp.mailfrom": "example.org" } },
        { method: "dkim", result: "none", properties: { "header.d": "none" } },
        { method: "compauth", result: "pass", properties: { reason: "100" } },
      ],
    },
  ]);
});

test("nothing found, and what is no verdict, is no verdict", () => {
  expect(read("mx.example.com; none")).toEqual([{ by: "mx.example.com", verdicts: [] }]);
  expect(read("mx.example.com; =pass; spf; spf=; <b>=1; dkim=fail y")).toEqual([
    { by: "mx.example.com", verdicts: [{ method: "dkim", result: "fail", properties: {} }] },
  ]);
  expect(read("")).toEqual([]);
});
