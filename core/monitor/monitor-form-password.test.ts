import { expect, test } from "vitest";
import { CA, CHOSEN_POLICY as policy, SMTP_TARGET as full } from "#testing/full-targets.ts";
import { formValuesOf } from "./monitor-form-values.ts";
import type { MonitorFormValues } from "./monitor-form.ts";
import type { Target } from "./monitor.ts";
import { parseMonitorForm, parseTrialForm, PASSWORD_NEEDED, PASSWORD_NEEDED_AGAIN } from "./parse-monitor-form.ts";

const values = formValuesOf("Mail", full, policy);

const parse = (changed: Partial<MonitorFormValues>, stored: Target | null = full) =>
  parseMonitorForm({ ...values, ...changed }, stored);
const errorsOf = (changed: Partial<MonitorFormValues>, stored: Target | null = full) => {
  const parsed = parse(changed, stored);
  return parsed.ok ? {} : parsed.errors;
};

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
