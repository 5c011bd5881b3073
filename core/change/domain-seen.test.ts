import { expect, test } from "vitest";
import type { DomainReport } from "../domain/domain-report.ts";
import type { MailHost } from "../domain/mx-set.ts";
import { finding, type Finding } from "../posture/finding.ts";
import { domainSeen } from "./domain-seen.ts";
import { noticeChanges, NOTHING_SEEN } from "./notice-changes.ts";

const DAY_MS = 86_400_000;

const host = (name: string, preference: number): MailHost => ({
  name,
  preference,
  addresses: ["192.0.2.1"],
  problem: null,
  detail: null,
  isSecure: false,
});
const SPF = "v=spf1 mx -all";
const good = (text = SPF) => finding("spf.good", "example.com", { found: [text] });

function report(findings: Finding[], mx: DomainReport["mx"] = named("mx1", "mx2")): DomainReport {
  return { domain: "example.com", mx, findings, asked: 1 };
}

function named(...names: string[]): DomainReport["mx"] {
  return { kind: "named", hosts: names.map((name) => host(`${name}.example.com`, 10)), records: names.length, isSecure: false };
}

/** What is noticed of each report after the first, a day apart. */
function changes(...reports: DomainReport[]) {
  let memory = NOTHING_SEEN;
  return reports
    .map((each, day) => {
      const noticed = noticeChanges(memory, { values: domainSeen(each), expiry: null }, day * DAY_MS);
      memory = noticed.memory;
      return noticed.changes.map(({ aspect, before, after }) => ({ aspect, before, after }));
    })
    .slice(1);
}

test("nothing is told of a domain that stays as it is, in whatever order its servers come", () => {
  expect(changes(report([good()]), report([good()], named("mx2", "mx1")))).toEqual([[]]);
});

test("another mail server, and another record", () => {
  expect(changes(report([good()]), report([good("v=spf1 +all")], named("mx1", "mx3")))).toEqual([
    [
      {
        aspect: "mail-servers",
        before: ["10 mx1.example.com", "10 mx2.example.com"],
        after: ["10 mx1.example.com", "10 mx3.example.com"],
      },
      { aspect: "spf", before: [SPF], after: ["v=spf1 +all"] },
    ],
  ]);
});

test("a record that goes away, and what is wrong then", () => {
  const [noticed] = changes(report([good()]), report([finding("spf.absent", "example.com")]));
  expect(noticed).toEqual([
    { aspect: "spf", before: [SPF], after: [] },
    { aspect: "posture", before: [], after: [expect.not.stringContaining("(example.com)")] },
  ]);
});

test("what could not be looked up once is no change, neither then nor afterwards", () => {
  const untold = finding("spf.untold", "example.com", { detail: "no answer in time" });
  const unanswered = { kind: "unanswered", failure: { outcome: "timeout", detail: null } } as const;
  expect(changes(report([good()]), report([untold], unanswered), report([good()]))).toEqual([[], []]);
});

test("a domain that takes no mail any more, on purpose", () => {
  const [[change]] = changes(report([good()]), report([good()], { kind: "null", isSecure: false })) as [[unknown]];
  expect(change).toMatchObject({ aspect: "mail-servers", after: ["none, on purpose"] });
});
