import { expect, test } from "vitest";
import { CHANGE_ASPECTS } from "./change.ts";
import { MECHANISMS } from "./login.ts";
import { ENDING_WORDS, EXCEPTION_WORDS, INCIDENT_WORDS, MECHANISM_WORDS, REACH_WORDS, TLS_WORDS } from "./monitor-form-words.ts";
import { formValuesOf, newMonitorValues } from "./monitor-form-values.ts";
import { MONITOR_FIELDS, monitorFormValues, TIMED_STAGES, type MonitorFormValues } from "./monitor-form.ts";
import { DEFAULT_POLICY, ENDINGS, INCIDENT_FROM, REACHES, TLS_MODES, type Policy, type SmtpTarget } from "./monitor.ts";
import { parseMonitorForm, parseTrialForm, PASSWORD_NEEDED, PASSWORD_NEEDED_AGAIN } from "./parse-monitor-form.ts";
import { STAGES_OF } from "./stage.ts";
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
const values = formValuesOf("Mail", full, policy);

const parse = (changed: Partial<MonitorFormValues>, stored: SmtpTarget | null = full) =>
  parseMonitorForm({ ...values, ...changed }, stored);
const errorsOf = (changed: Partial<MonitorFormValues>, stored: SmtpTarget | null = full) => {
  const parsed = parse(changed, stored);
  return parsed.ok ? {} : parsed.errors;
};

test("all that a monitor can be is put into the form and read back unchanged, its stored password staying", () => {
  expect(parse({})).toEqual({ ok: true, draft: { name: "Mail", tags: [], target: full, policy, secret: { kind: "stored" } } });
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
  expect(parsed.ok && parsed.draft.target.expect).not.toHaveProperty("offersNot");
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
  expect(Object.keys(TLS_WORDS).toSorted()).toEqual([...TLS_MODES].toSorted());
  expect(Object.keys(ENDING_WORDS)).toEqual(ENDINGS);
  expect(Object.keys(REACH_WORDS)).toEqual(REACHES);
  expect(Object.keys(EXCEPTION_WORDS)).toEqual(["none", ...TRUST_EXCEPTIONS]);
  expect(Object.keys(MECHANISM_WORDS).toSorted()).toEqual(["none", ...MECHANISMS].toSorted());
  expect(Object.keys(INCIDENT_WORDS)).toEqual(INCIDENT_FROM);
  expect(TIMED_STAGES).toEqual(STAGES_OF.smtp.filter((stage) => stage !== "data"));
  expect(newMonitorValues("a.example", "b.example")).toMatchObject({
    until: "tls",
    reach: "any",
    tellOf: DEFAULT_POLICY.tellOf.join(","),
  });
  expect(CHANGE_ASPECTS).toEqual(expect.arrayContaining(DEFAULT_POLICY.tellOf));
});
