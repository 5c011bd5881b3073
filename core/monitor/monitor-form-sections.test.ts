import { expect, test } from "vitest";
import { CHOSEN_POLICY as policy, IMAP_TARGET as imap, POP3_TARGET as pop3, SMTP_TARGET as full } from "#testing/full-targets.ts";
import { formValuesOf } from "./monitor-form-values.ts";
import { MONITOR_FIELDS, monitorFormValues, type MonitorFormValues } from "./monitor-form.ts";
import type { Target } from "./monitor.ts";
import { parseMonitorForm } from "./parse-monitor-form.ts";

const values = formValuesOf("Mail", full, policy);

const parse = (changed: Partial<MonitorFormValues>, stored: Target | null = full) =>
  parseMonitorForm({ ...values, ...changed }, stored);
const errorsOf = (changed: Partial<MonitorFormValues>, stored: Target | null = full) => {
  const parsed = parse(changed, stored);
  return parsed.ok ? {} : parsed.errors;
};

test("all that a monitor can be is put into the form and read back unchanged, its stored password staying", () => {
  expect(parse({})).toEqual({ ok: true, draft: { name: "Mail", tags: [], target: full, policy, secret: { kind: "stored" } } });
});

test.each([imap, pop3])("and so it is of $kind", (target) => {
  const typed = formValuesOf("Mail", target, policy);
  expect(parseMonitorForm(typed, target)).toEqual({
    ok: true,
    draft: { name: "Mail", tags: [], target, policy, secret: { kind: "stored" } },
  });
});

test.each([imap, pop3])("what only SMTP has is no part of $kind, whatever was sent", (target) => {
  const sent = {
    accepted: "a@example.com",
    sender: "me",
    ehloName: "a b",
    ehlo: "x",
    sizeBytes: "large",
    fineCodes: "5",
    "slow-rcpt": "x",
  };
  expect(parseMonitorForm({ ...formValuesOf("Mail", target, policy), ...sent }, target)).toMatchObject({
    ok: true,
    draft: { target },
  });
});

test("so is each part alone", () => {
  const { kind, host, port, tls, ehloName, reach, trust, expect: expected, slowMs } = full;
  for (const part of [{ reach }, { trust }, { expect: expected }, { slowMs }]) {
    const target = { kind, host, port, tls, ehloName, ...part };
    expect(parseMonitorForm(formValuesOf("Mail", target, policy))).toMatchObject({ ok: true, draft: { target } });
  }
});

test("the password is never among the values a form opens with", () => {
  expect(values.password).toBe("");
});

test.each<[string, Partial<MonitorFormValues>, Partial<MonitorFormValues>]>([
  ["an ending nobody knows", { until: "never" }, { until: "Choose how far the check goes." }],
  [
    "the login as an end without a login",
    { until: "auth", mechanism: "none", accepted: "", refused: "" },
    { until: "A check that ends after AUTH needs a login." },
  ],
  ["an accept test without a recipient", { accepted: "", refused: " " }, { accepted: "The accept test needs a recipient." }],
  [
    "a sender alone",
    { until: "tls", mechanism: "none", accepted: "", refused: "", sender: "a@example.com" },
    { accepted: "The accept test needs a recipient." },
  ],
  ["a reach nobody knows", { reach: "some" }, { reach: "Choose which addresses have to work." }],
  ["two exceptions", { except: "name,expired" }, { except: "Choose one exception." }],
  ["an authority that is no PEM", { ca: "MIIB" }, { ca: "Paste certificates in PEM, from BEGIN CERTIFICATE to END CERTIFICATE." }],
  ["half a fingerprint", { pin: "ab:cd" }, { pin: "A SHA-256 fingerprint has 64 hexadecimal digits." }],
  ["days in words", { warnDays: "two weeks" }, { warnDays: "Enter a number of days." }],
  ["too many days", { warnDays: "366" }, { warnDays: "There can be at most 365 days." }],
  ["a mechanism nobody knows", { mechanism: "NTLM" }, { mechanism: "Choose how the check logs in." }],
  ["no user name", { username: " " }, { username: "Enter the user name." }],
  ["a login in the clear", { tls: "none" }, { tls: "A login needs TLS: a password is never sent in the clear." }],
  ["a sender that is no address", { sender: "me" }, { sender: "This is no e-mail address, such as postmaster@example.com." }],
  [
    "a recipient that is no address",
    { accepted: "a b@example.com" },
    { accepted: "This is no e-mail address, such as postmaster@example.com." },
  ],
  ["a capability that is none", { offers: "SIZE, <b>" }, { offers: "A capability looks like STARTTLS or AUTH PLAIN." }],
  ["a size in words", { sizeBytes: "50 MB" }, { sizeBytes: "Enter a number of bytes." }],
  ["a reply code of two digits", { fineCodes: "554, 45" }, { fineCodes: "A reply code has three digits." }],
  ["a reply code in words", { fineCodes: "any" }, { fineCodes: "A reply code has three digits." }],
  ["a threshold in words", { "slow-dns": "fast" }, { "slow-dns": "Enter milliseconds." }],
  ["a threshold of nothing", { "slow-tls": "0" }, { "slow-tls": "A threshold is at least 1 ms." }],
  ["a threshold above every time limit", { "slow-quit": "30001" }, { "slow-quit": "A threshold is at most 30,000 ms." }],
  ["an incident from when nobody knows", { incidentFrom: "up" }, { incidentFrom: "Choose from when on there is an incident." }],
  ["a change nobody knows", { tellOf: "banner,weather" }, { tellOf: "Choose which changes are told." }],
])("%s is answered with one sentence beside its field", (_, changed, errors) => {
  expect(errorsOf(changed)).toEqual(errors);
});

test.each<[string, Partial<MonitorFormValues>, Partial<MonitorFormValues>]>([
  ["an ending of another kind", { until: "accept", mechanism: "none" }, { until: "Choose how far the check goes." }],
  [
    "a login in the clear",
    { tls: "none", password: "typed" },
    { tls: "A login needs TLS: a password is never sent in the clear." },
  ],
  ["a folder without a login", { mechanism: "none" }, { until: "A check that goes as far as the login needs one." }],
  [
    "a folder of two lines",
    { folder: "INBOX\r\na LOGOUT" },
    { folder: "A folder's name has no line breaks and no control characters." },
  ],
  ["a capability that is none", { offers: "ü" }, { offers: "A capability looks like IDLE or AUTH=PLAIN." }],
  ["a threshold in words", { "slow-select": "fast" }, { "slow-select": "Enter milliseconds." }],
])("in IMAP, %s is answered beside its field", (_, changed, errors) => {
  const parsed = parseMonitorForm({ ...formValuesOf("Mail", imap, policy), ...changed }, imap);
  expect(parsed.ok ? {} : parsed.errors).toEqual(errors);
});

test("a folder that is not opened is not kept", () => {
  const parsed = parseMonitorForm({ ...formValuesOf("Mail", imap, policy), until: "login" }, imap);
  expect(parsed).toMatchObject({ ok: true, draft: { target: { until: "login", folder: undefined } } });
});

test("a monitor keeps its kind, whatever is sent, and a new one has one that is offered", () => {
  expect(parse({ kind: "imap" })).toMatchObject({ ok: true, draft: { target: { kind: "smtp" } } });
  expect(errorsOf({ kind: "gopher" }, null)).toEqual({ kind: "Choose what the server speaks." });
});

test("what is wrong in several sections is said at once", () => {
  expect(Object.keys(errorsOf({ host: "", pin: "1", password: "a\nb", sender: "me", "slow-dns": "x" })).toSorted()).toEqual(
    ["host", "password", "pin", "sender", "slow-dns"].toSorted(),
  );
});

test("what would never be run is no setting but a mistake", () => {
  expect(errorsOf({ until: "tls" }).until).toMatch(/end before the accept test/);
  expect(errorsOf({ until: "auth" }).until).toMatch(/end before the accept test/);
  expect(errorsOf({ until: "ehlo", accepted: "", refused: "" }).until).toMatch(/end before the login/);
});

test("lists are typed in many ways", () => {
  const parsed = parse({
    offers: " starttls ; auth  plain,",
    offersNot: "",
    fineCodes: "554 450;421",
    pin: "AB:".repeat(32).slice(0, -1),
  });
  expect(parsed).toMatchObject({
    draft: {
      target: { expect: { offers: ["STARTTLS", "AUTH PLAIN"], fineCodes: [554, 450, 421] }, trust: { pin: "ab".repeat(32) } },
    },
  });
  expect(parsed).not.toHaveProperty("draft.target.expect.offersNot");
});

test("a form gives what was typed, its ticks, and nothing for what it has not", () => {
  const form = new FormData();
  form.append("host", "mx.example.com");
  form.append("tellOf", "banner");
  form.append("tellOf", "tls");
  form.append("other", "ignored");
  const typed = monitorFormValues(form);
  expect(typed).toMatchObject({ host: "mx.example.com", tellOf: "banner,tls", password: "", until: "" });
  expect(Object.keys(typed)).toEqual(MONITOR_FIELDS);
});
