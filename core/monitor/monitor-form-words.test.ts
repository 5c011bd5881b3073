import { expect, test } from "vitest";
import { CHANGE_ASPECTS, usuallyTold } from "../change/change.ts";
import { DIALOGUE_KINDS, MONITOR_KINDS, STAGES } from "../check/stage.ts";
import { MECHANISMS } from "./login.ts";
import { newMonitorValues } from "./monitor-form-values.ts";
import {
  ENDING_WORDS,
  EXCEPTION_WORDS,
  INCIDENT_WORDS,
  KIND_WORDS,
  MECHANISM_WORDS,
  REACH_WORDS,
  tlsWords,
} from "./monitor-form-words.ts";
import { openingInterval, openingTellOf, TIMED_STAGES } from "./monitor-form.ts";
import { DEFAULT_POLICY, ENDINGS, IMAP_ENDINGS, INCIDENT_FROM, POP3_ENDINGS, REACHES, TLS_MODES } from "./monitor.ts";
import { TRUST_EXCEPTIONS } from "./trust.ts";

test("the form offers everything there is, and nothing else", () => {
  expect(Object.keys(KIND_WORDS)).toEqual(MONITOR_KINDS);
  for (const kind of DIALOGUE_KINDS) expect(Object.keys(tlsWords(kind)).toSorted()).toEqual([...TLS_MODES].toSorted());
  expect(Object.keys(ENDING_WORDS.smtp)).toEqual(ENDINGS);
  expect(Object.keys(ENDING_WORDS.imap)).toEqual(IMAP_ENDINGS);
  expect(Object.keys(ENDING_WORDS.pop3)).toEqual(POP3_ENDINGS);
  expect(Object.keys(REACH_WORDS)).toEqual(REACHES);
  expect(Object.keys(EXCEPTION_WORDS)).toEqual(["none", ...TRUST_EXCEPTIONS]);
  expect(Object.keys(MECHANISM_WORDS).toSorted()).toEqual(["none", ...MECHANISMS].toSorted());
  expect(Object.keys(INCIDENT_WORDS)).toEqual(INCIDENT_FROM);
  expect(TIMED_STAGES).toEqual(STAGES.filter((stage) => stage !== "data"));
  expect(newMonitorValues("a.example", "b.example")).toMatchObject({
    kind: "smtp",
    until: "tls",
    reach: "any",
    tellOf: DEFAULT_POLICY.tellOf.join(","),
  });
  expect(CHANGE_ASPECTS).toEqual(expect.arrayContaining(DEFAULT_POLICY.tellOf));
});

test("a form opens for a kind with an interval and with changes that it may have", () => {
  expect(openingInterval("imap", "60")).toBe("60");
  expect(openingInterval("domain", "60")).toBe("3600");
  expect(openingInterval("domain", "21600")).toBe("21600");
  expect(openingInterval("domain", "custom")).toBe("custom");
  expect(openingTellOf("domain", { kind: "smtp", tellOf: "banner" })).toBe(usuallyTold("domain").join(","));
  expect(openingTellOf("domain", { kind: "domain", tellOf: "spf" })).toBe("spf");
});
