import { expect, test } from "vitest";
import { formValuesOf, newMonitorValues } from "./monitor-form-values.ts";
import { DEFAULT_POLICY } from "./monitor.ts";
import { sectionWords, usualWords } from "./section-words.ts";

test("a new monitor has nothing to say in any section", () => {
  const words = sectionWords(newMonitorValues("mx.example.com", "probe.example.net"));
  expect(new Set(Object.values(words))).toEqual(new Set([null]));
  expect(Object.keys(words)).toEqual(Object.keys(usualWords("smtp")));
});

test("each section says in words what is set in it", () => {
  const values = formValuesOf(
    "Mail",
    {
      kind: "smtp",
      host: "mx.example.com",
      port: 587,
      tls: "starttls",
      ehloName: "probe.example.net",
      until: "accept",
      reach: "both",
      login: { mechanism: "SCRAM-SHA-256", username: "probe@example.com" },
      envelope: { from: "", accepted: "a@example.com", refused: "b@example.com" },
      trust: { except: "expired", pin: "ab".repeat(32), warnDays: 1 },
      expect: { banner: "x".repeat(60), offersNotInClear: ["AUTH"], sizeBytes: 100, fineCodes: [554] },
      slowMs: { greeting: 500, "ehlo-tls": 20 },
    },
    { ...DEFAULT_POLICY, incidentFrom: "degraded", tellOf: ["starttls"] },
  );
  expect(sectionWords(values)).toEqual({
    ending: "up to the accept test, without a message",
    reach: "IPv4 and IPv6, each judged",
    certificate: "an expired one is fine, pinned, told 1 day before it ends",
    login: "SCRAM-SHA-256 as probe@example.com",
    envelope: "a@example.com is accepted, b@example.com is refused",
    expectation: `greets with “${"x".repeat(39)}…”, no AUTH in the clear, takes messages of 100 bytes, 554 counts as fine`,
    threshold: "greeting 500 ms, ehlo after TLS 20 ms",
    alarm: "when it is degraded or down, changes of: STARTTLS",
  });
  expect(sectionWords({ ...values, incidentFrom: "down", tellOf: "" }).alarm).toBe("when it is down, no changes");
});

test("each kind in its own words", () => {
  const shared = { host: "mail.example.com", port: 993, tls: "implicit", login: { mechanism: "best", username: "probe" } } as const;
  const imap = formValuesOf(
    "",
    { ...shared, kind: "imap", until: "select", folder: "Archive", slowMs: { select: 9 } },
    DEFAULT_POLICY,
  );
  const login = "the strongest the server offers as probe";
  expect(sectionWords(imap)).toMatchObject({
    ending: "up to the opening of a folder named Archive",
    threshold: "select 9 ms",
    login,
  });
  const pop3 = formValuesOf("", { ...shared, kind: "pop3", until: "list", slowMs: { "capability-tls": 9 } }, DEFAULT_POLICY);
  expect(sectionWords(pop3)).toMatchObject({ ending: "up to the list of messages", threshold: "capability after TLS 9 ms", login });
  expect(usualWords("pop3").alarm).toContain("STLS vanishes");
});

test("what a browser could not have sent is a question mark", () => {
  const values = newMonitorValues("mx.example.com", "probe.example.net");
  expect(sectionWords({ ...values, until: "?!", except: "all", mechanism: "x" })).toMatchObject({
    ending: "up to ?",
    certificate: "?",
    login: "?",
  });
});
