import { expect, test } from "vitest";
import { formValuesOf, newMonitorValues } from "./monitor-form-values.ts";
import { CONFIRMATION_CHOICES, PRESET_INTERVALS_S, type MonitorFormValues } from "./monitor-form.ts";
import { CONFIRMATIONS, DEFAULT_POLICY } from "./monitor.ts";
import { parseMonitorForm, parseTrialForm } from "./parse-monitor-form.ts";

const good = newMonitorValues("mx1.example.com", "probe.example.net");
const errorsOf = (changed: Partial<MonitorFormValues>) => {
  const parsed = parseMonitorForm({ ...good, ...changed });
  return parsed.ok ? {} : parsed.errors;
};
const draftOf = (changed: Partial<MonitorFormValues>) => {
  const parsed = parseMonitorForm({ ...good, ...changed });
  return parsed.ok ? parsed.draft : undefined;
};

test("with only a host filled in, everything else has a sensible value and the name is the host", () => {
  expect(draftOf({})).toEqual({
    name: "mx1.example.com",
    tags: [],
    target: { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.net" },
    policy: DEFAULT_POLICY,
    secret: { kind: "none" },
  });
});

test.each([
  ["", "Enter the server's name or address."],
  ["mx 1.example.com", "A host name has no spaces."],
  ["smtp://mx.example.com", "Enter only the host, without a scheme or a path."],
  ["postmaster@example.com", "Enter a server, not an e-mail address."],
  ["a".repeat(10_000), "A host name has at most 253 characters."],
  ["-x-.example", "This is neither a host name nor an IP address."],
  ["999.1.1.1", "This is neither a host name nor an IP address."],
])("the host %j is answered with a sentence", (host, sentence) => {
  expect(errorsOf({ host })).toEqual({ host: sentence });
});

test.each([
  ["0", "A port is between 1 and 65535."],
  ["70000", "A port is between 1 and 65535."],
  ["-1", "A port is between 1 and 65535."],
  ["25.5", "A port is a whole number."],
  ["", "Enter a port number."],
  ["0x19", "Enter a port number."],
  ["smtp", "Enter a port number."],
])("the port %j is answered with a sentence", (port, sentence) => {
  expect(errorsOf({ port })).toEqual({ port: sentence });
});

test("an interval below 10 s or above 24 h is answered beside the field it was typed in", () => {
  expect(errorsOf({ interval: "custom", customIntervalS: "9" })).toEqual({
    customIntervalS: "The shortest interval is 10 seconds.",
  });
  expect(errorsOf({ interval: "custom", customIntervalS: "86401" })).toEqual({
    customIntervalS: "The longest interval is 24 hours.",
  });
  expect(errorsOf({ interval: "custom", customIntervalS: "" })).toEqual({ customIntervalS: "Enter the interval in seconds." });
  expect(errorsOf({ interval: "5" })).toEqual({ interval: "The shortest interval is 10 seconds." });
  expect(draftOf({ interval: "custom", customIntervalS: "45" })!.policy.intervalS).toBe(45);
});

test.each(["probe.example.net\r\nMAIL FROM:<>", "probe\nx", "a b", "", "x".repeat(300)])(
  "the EHLO name %j never gets in",
  (ehloName) => {
    expect(Object.keys(errorsOf({ ehloName }))).toEqual(["ehloName"]);
  },
);

test("a name may hold HTML, which is text, but neither 10,000 characters nor control characters", () => {
  expect(draftOf({ name: " <b>Mail & more</b> " })!.name).toBe("<b>Mail & more</b>");
  expect(errorsOf({ name: "x".repeat(10_000) })).toEqual({ name: "A name has at most 100 characters." });
  expect(errorsOf({ name: "a\u0000b" })).toEqual({ name: "A name has no control characters." });
});

test("all that is wrong is said at once", () => {
  expect(Object.keys(errorsOf({ host: "", port: "0", tls: "maybe", timeLimitS: "99", confirmations: "6" })).toSorted()).toEqual(
    ["confirmations", "host", "port", "timeLimitS", "tls"].toSorted(),
  );
});

test("a host longer than a name may be still gives a name", () => {
  const host = `${"a".repeat(60)}.${"b".repeat(60)}.example`;
  expect(draftOf({ host })!.name).toHaveLength(100);
});

test("what a monitor is can be put into the form and read back unchanged", () => {
  for (const intervalS of [...PRESET_INTERVALS_S, 11, 12_345]) {
    const policy = { ...DEFAULT_POLICY, intervalS, timeLimitS: 30, confirmations: 0 };
    const target = { kind: "smtp", host: "192.0.2.1", port: 465, tls: "implicit", ehloName: "a.example" } as const;
    const tags = ["berlin", "mail in"];
    const draft = { name: "Mail", tags, target, policy, secret: { kind: "none" } };
    expect(parseMonitorForm(formValuesOf("Mail", target, policy, tags))).toEqual({ ok: true, draft });
  }
});

test("a trial needs only the target and the time limit to be right", () => {
  expect(parseTrialForm({ ...good, interval: "3", name: "\u0000" })).toMatchObject({ ok: true, timeLimitS: 15 });
  expect(parseTrialForm({ ...good, host: "", timeLimitS: "0" })).toEqual({
    ok: false,
    errors: { host: "Enter the server's name or address.", timeLimitS: "The shortest time limit is 1 second." },
  });
});

test("the form offers every number of confirmations a policy may have, and no other", () => {
  for (const confirmations of CONFIRMATION_CHOICES) expect(errorsOf({ confirmations: String(confirmations) })).toEqual({});
  expect([CONFIRMATION_CHOICES[0], CONFIRMATION_CHOICES.at(-1)]).toEqual([CONFIRMATIONS.min, CONFIRMATIONS.max]);
});
