import { expect, test } from "vitest";
import { CHANGE_ASPECTS } from "../change/change.ts";
import { DIALOGUE_KINDS, MONITOR_KINDS, STAGES } from "../check/stage.ts";
import { MECHANISMS } from "./login.ts";
import { formValuesOf, newMonitorValues } from "./monitor-form-values.ts";
import {
  ENDING_WORDS,
  EXCEPTION_WORDS,
  INCIDENT_WORDS,
  KIND_WORDS,
  MECHANISM_WORDS,
  REACH_WORDS,
  tlsWords,
} from "./monitor-form-words.ts";
import { MONITOR_FIELDS, monitorFormValues, OFFERED_KINDS, TIMED_STAGES, type MonitorFormValues } from "./monitor-form.ts";
import {
  DEFAULT_POLICY,
  ENDINGS,
  IMAP_ENDINGS,
  INCIDENT_FROM,
  POP3_ENDINGS,
  REACHES,
  TLS_MODES,
  type ImapTarget,
  type Policy,
  type Pop3Target,
  type SmtpTarget,
  type Target,
} from "./monitor.ts";
import { parseMonitorForm, parseTrialForm, PASSWORD_NEEDED, PASSWORD_NEEDED_AGAIN } from "./parse-monitor-form.ts";
import { TRUST_EXCEPTIONS } from "./trust.ts";

const CA = "-----BEGIN CERTIFICATE-----\nMIIB\nAAAA\n-----END CERTIFICATE-----";

const full: SmtpTarget = {
  kind: "smtp",
  host: "mx.example.com",
  port: 587,
  tls: "starttls-required",
  ehloName: "probe.example.net",
  reach: "both",
  until: "accept",
  login: { mechanism: "SCRAM-SHA-256", username: "probe@example.com" },
  envelope: { from: "", accepted: "postmaster@example.com", refused: "nobody@example.net" },
  trust: { except: "name", ca: CA, pin: "ab".repeat(32), warnDays: 30 },
  expect: {
    banner: "ESMTP",
    ehlo: "mx.example.com",
    offers: ["SIZE", "AUTH PLAIN"],
    offersNot: ["AUTH LOGIN"],
    offersNotInClear: ["AUTH"],
    sizeBytes: 52_428_800,
    fineCodes: [450, 554],
  },
  slowMs: { dns: 100, greeting: 500, "ehlo-tls": 200 },
};
const policy: Policy = { ...DEFAULT_POLICY, incidentFrom: "degraded", tellOf: ["certificate", "banner"] };
const { host, port, tls, reach, trust } = full;
const mailbox: Omit<Pop3Target, "kind"> = {
  host,
  port,
  tls,
  reach,
  trust,
  login: { mechanism: "best", username: "probe@example.com" },
  expect: { banner: "Dovecot", offers: ["IDLE"], offersNot: ["AUTH=LOGIN"], offersNotInClear: ["AUTH=PLAIN"] },
};
const slowMs = { dns: 100, capability: 200 };
const imap: ImapTarget = {
  ...mailbox,
  kind: "imap",
  until: "select",
  folder: "Archive/2026",
  slowMs: { ...slowMs, select: 500, logout: 50 },
};
const pop3: Pop3Target = { ...mailbox, kind: "pop3", until: "list", slowMs: { ...slowMs, stls: 100, quit: 50 } };
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
  expect(errorsOf({ kind: "domain" }, null)).toEqual({ kind: "Choose what the server speaks." });
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

test("a login needs its password once", () => {
  expect(errorsOf({}, null)).toEqual({ password: PASSWORD_NEEDED });
  expect(errorsOf({}, { ...full, login: undefined })).toEqual({ password: PASSWORD_NEEDED });
  expect(parse({ password: " two words " }, null)).toMatchObject({ draft: { secret: { kind: "new", secret: " two words " } } });
  expect(parse({ mechanism: "none", password: "left over" })).toMatchObject({ draft: { secret: { kind: "none" } } });
});

test.each<[string, Partial<MonitorFormValues>]>([
  ["host", { host: "mx2.example.com" }],
  ["port", { port: "25" }],
  ["TLS mode", { tls: "starttls" }],
  ["user name", { username: "root" }],
  ["exception", { except: "untrusted" }],
  ["authority", { ca: "" }],
  ["pinned fingerprint", { pin: "" }],
])("and again where the %s is another one", (_, changed) => {
  expect(errorsOf(changed)).toEqual({ password: PASSWORD_NEEDED_AGAIN });
  expect(parseTrialForm({ ...values, ...changed }, full)).toEqual({ ok: false, errors: { password: PASSWORD_NEEDED_AGAIN } });
  expect(parse({ ...changed, password: "typed" })).toMatchObject({ ok: true, draft: { secret: { kind: "new", secret: "typed" } } });
});

test("but not for what leads nowhere else, such as the line ends of a browser", () => {
  const changed = { name: "Other", mechanism: "PLAIN", ca: `${CA.replaceAll("\n", "\r\n")}\r\n`, "slow-dns": "", until: "auth" };
  expect(parse({ ...changed, accepted: "", refused: "" })).toMatchObject({ ok: true, draft: { secret: { kind: "stored" } } });
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

test("the form offers everything there is, and nothing else", () => {
  expect(OFFERED_KINDS).toEqual([...DIALOGUE_KINDS, "mailflow"]);
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
