import { expect, test } from "vitest";
import { usuallyTold } from "../change/change.ts";
import { DEFAULT_POLICY } from "../monitor/monitor.ts";
import type { DomainReport } from "./domain-report.ts";
import { readDomainWish } from "./domain-wish.ts";
import { draftsToWatch } from "./watch-all.ts";

const wish = readDomainWish("postmaster@bücher.example", "probe.example.net");
if (!wish.ok) throw new Error(wish.error);
const { target } = wish;
const host = { preference: 10, problem: null, detail: null, isSecure: false };
const report: DomainReport = {
  domain: target.host,
  mx: {
    kind: "named",
    records: 2,
    isSecure: false,
    hosts: [
      { ...host, name: "mx1.example", addresses: ["192.0.2.1", "2001:db8::1"] },
      { ...host, name: "mx2.example", addresses: ["192.0.2.1"] },
    ],
  },
  findings: [],
  asked: 3,
};

test("the domain is watched under the name people read, as often as is usual, with the usual policy", () => {
  const [domain] = draftsToWatch(target, report);
  expect(domain).toMatchObject({ name: "bücher.example", target, secret: { kind: "none" } });
  expect(domain!.policy).toEqual({
    ...DEFAULT_POLICY,
    intervalS: 3_600,
    timeLimitS: 60,
    tellOf: usuallyTold("domain"),
  });
});

test("the domain gets a monitor, and so do its addresses on blocklists where there are some", () => {
  const [, blocklists, ...others] = draftsToWatch(target, report);
  expect(others).toEqual([]);
  expect(blocklists).toMatchObject({
    name: "bücher.example: Blocklists",
    target: { kind: "blocklist", entries: ["192.0.2.1", "2001:db8::1"] },
    policy: { intervalS: 900 },
  });
  const nobody = draftsToWatch(target, { ...report, mx: { kind: "null", isSecure: false } });
  expect(nobody.map((draft) => draft.target.kind)).toEqual(["domain"]);
});

test.each([
  ["", "Enter a domain, such as example.com."],
  ["localhost", "Enter a domain, such as example.com."],
  ["a b.example", "A host name has no spaces."],
])("%j is answered with a sentence", (typed, error) => {
  expect(readDomainWish(typed, "probe.example.net")).toEqual({ ok: false, error });
});
