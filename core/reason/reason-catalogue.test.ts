import { expect, test } from "vitest";
import { DIALOGUE_KINDS, SCRIPT_STAGES_OF, STAGES, STAGES_OF } from "../check/stage.ts";
import { REFUSALS } from "../diagnosis/refusals.ts";
import { reasonCatalogue } from "./reason-catalogue.ts";
import { REASON_CODES } from "./reason.ts";

test("every reason is explained once, under its stage in wire order, with the status it leads to", () => {
  const { groups, refusals } = reasonCatalogue();
  expect(groups.map(({ stage }) => stage)).toEqual([...STAGES, "check"]);
  expect(groups.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual(REASON_CODES);
  expect(refusals.map(({ id }) => id)).toEqual(REFUSALS.map(({ id }) => id));
  const statusOf = new Map(groups.flatMap(({ reasons }) => reasons.map(({ code, status }) => [code, status])));
  expect(["tls.expired", "tls.expiring", "dns.servfail"].map((code) => statusOf.get(code as never))).toEqual([
    "down",
    "degraded",
    "unknown",
  ]);
});

test.each(DIALOGUE_KINDS)("of %s are told the reasons that it can have, as they are in it", (kind) => {
  const { groups } = reasonCatalogue("", kind);
  expect(groups.map(({ stage }) => stage)).toEqual([
    ...STAGES.filter((stage) => [...STAGES_OF[kind], ...SCRIPT_STAGES_OF[kind]].some((each) => each === stage)),
    "check",
  ]);
  const told = groups.flatMap(({ reasons }) => reasons);
  expect(told.filter(({ code }) => code.startsWith("greeting.not-")).map(({ code }) => code)).toEqual([`greeting.not-${kind}`]);
  const expired = told.find(({ code }) => code === "tls.expired")!;
  expect(expired.next.join("\n")).toContain(`-starttls ${kind}`);
});

test("refusals have numbers, so they are SMTP's", () => {
  expect(reasonCatalogue("", "imap").refusals).toEqual([]);
  expect(reasonCatalogue("", "smtp").refusals).toHaveLength(REFUSALS.length);
  expect(reasonCatalogue("examine", "pop3").groups).toEqual([]);
  expect(reasonCatalogue("examine", "imap").groups.map(({ stage }) => stage)).toContain("select");
});

test("a text leaves what holds all of its words, in whatever case", () => {
  const { groups, refusals } = reasonCatalogue(" notafter  CERTIFICATE ");
  expect(groups.map(({ stage, reasons }) => [stage, ...reasons.map(({ code }) => code)])).toEqual([
    ["tls", "tls.expired", "tls.expiring"],
  ]);
  expect(refusals).toEqual([]);
  expect(reasonCatalogue("spamhaus").refusals.map(({ id }) => id)).toContain("listed-spamhaus");
  expect(reasonCatalogue("no xyzzy")).toEqual({ groups: [], refusals: [] });
});
