import { expect, test } from "vitest";
import { REFUSALS } from "./diagnosis/refusals.ts";
import { REASON_CODES } from "./reason.ts";
import { reasonCatalogue } from "./reason-catalogue.ts";
import { STAGES } from "./stage.ts";

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

test("a text leaves what holds all of its words, in whatever case", () => {
  const { groups, refusals } = reasonCatalogue(" notafter  CERTIFICATE ");
  expect(groups.map(({ stage, reasons }) => [stage, ...reasons.map(({ code }) => code)])).toEqual([
    ["tls", "tls.expired", "tls.expiring"],
  ]);
  expect(refusals).toEqual([]);
  expect(reasonCatalogue("spamhaus").refusals.map(({ id }) => id)).toContain("listed-spamhaus");
  expect(reasonCatalogue("no xyzzy")).toEqual({ groups: [], refusals: [] });
});
