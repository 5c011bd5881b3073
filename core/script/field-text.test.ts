import { expect, test } from "vitest";
import { fieldText, fieldValue, pairsOf, pairsValue, valueAt, type FieldValue } from "./field-text.ts";
import type { StepField } from "./step-forms.ts";

test.each<[StepField["as"], string, FieldValue]>([
  ["wire", "a@example.com", "a@example.com"],
  ["time", "30s", "30s"],
  ["number", "1024", 1024],
  ["number", "1 MB", "1 MB"],
  ["codes", "250, 2xx", [250, "2xx"]],
  ["codes", "250", 250],
  ["verdicts", "pass, none", ["pass", "none"]],
  ["lines", "INBOX\nJunk, and more", ["INBOX", "Junk, and more"]],
])("%s: what is typed, %j, is %j, and shown as it was typed", (as, typed, value) => {
  expect(fieldValue({ as }, typed)).toEqual(value);
  expect(fieldText({ as }, value)).toBe(typed);
});

test("nothing typed is nothing, but where something is needed it stays to be told of", () => {
  expect(fieldValue({ as: "wire" }, "")).toBeUndefined();
  expect(fieldValue({ as: "codes" }, " ,")).toBeUndefined();
  expect(fieldValue({ as: "wire", isNeeded: true }, "")).toBe("");
  expect(fieldText({ as: "wire" }, undefined)).toBe("");
});

test("a part of a step is found, whatever stands on the way", () => {
  expect(valueAt({ expect: { text: { matches: "ok" } } }, ["expect", "text", "matches"])).toBe("ok");
  expect(valueAt({ expect: "reply" }, ["expect", "text"])).toBeUndefined();
  expect(valueAt({}, ["toString"])).toBeUndefined();
});

test("names with something about them go into rows and back", () => {
  const variables = { tag: "probe", id: { fromReply: "as (\\w+)" } };
  expect(pairsOf(variables).map(({ how }) => how)).toEqual(["text", "fromReply"]);
  expect(pairsValue(pairsOf(variables))).toEqual(variables);
  const headers = { Subject: { matches: "a", matchesNot: "b" } };
  expect(pairsValue(pairsOf(headers))).toEqual(headers);
  expect(pairsValue([{ name: "", how: "text", text: "x" }])).toBeUndefined();
  expect(pairsOf("none")).toEqual([]);
});
