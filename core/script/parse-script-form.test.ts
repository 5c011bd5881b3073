import { expect, test } from "vitest";
import { formValuesOf } from "../monitor/monitor-form-values.ts";
import type { MonitorFormValues } from "../monitor/monitor-form.ts";
import { monitorFormValues, secretField } from "../monitor/monitor-form.ts";
import { DEFAULT_POLICY, type Policy, type Target } from "../monitor/monitor.ts";
import { parseMonitorForm, parseTrialForm } from "../monitor/parse-monitor-form.ts";
import { passwordsNeededAgain } from "./parse-script-form.ts";
import { READY_MADE, writeReadyMade } from "./ready-made/ready-made-scripts.ts";

const script = writeReadyMade(READY_MADE[0]!, {});
const target: Target = { kind: "mailflow", host: "mail.example.com", port: 587, script };
const policy: Policy = { ...DEFAULT_POLICY, intervalS: 300, tellOf: [] };
const values = formValuesOf("", target, policy);
const both = JSON.stringify({ submission: "one", mailbox: "two" });

const parse = (changed: Partial<MonitorFormValues>, stored: Target | null = null) =>
  parseMonitorForm({ ...values, ...changed }, stored);
const errorsOf = (changed: Partial<MonitorFormValues>, stored: Target | null = null) => {
  const parsed = parse(changed, stored);
  return parsed.ok ? {} : parsed.errors;
};

test("a script is a monitor of its first server, as long as the script says, its passwords one secret", () => {
  const draft = {
    name: "mail.example.com",
    tags: [],
    target,
    policy: { ...policy, timeLimitS: 120 },
    secret: { kind: "new", secret: both },
  };
  expect(parse({ secrets: both })).toEqual({ ok: true, draft });
  expect(parse({ secrets: both, script: script.replaceAll("\n", "\r\n") })).toEqual({ ok: true, draft });
  expect(parseTrialForm({ ...values, secrets: both })).toMatchObject({ ok: true, target, timeLimitS: 120 });
});

test.each<[string, Partial<MonitorFormValues>, Partial<MonitorFormValues>]>([
  ["no script", { script: "" }, { script: expect.stringMatching(/^Line 1: /) as string }],
  [
    "a mistake in it",
    { script: script.replace("smtp: ehlo", "smtp: helo") },
    { script: expect.stringMatching(/^Line 12: /) as string },
  ],
  ["no password", {}, { secrets: "Enter the password of submission and of mailbox." }],
  ["half of them", { secrets: '{"mailbox":"two"}' }, { secrets: "Enter the password of submission." }],
  ["too often", { secrets: both, interval: "30" }, { interval: "A script is run once a minute at most." }],
])("%s is told of beside its field", (_, changed, errors) => {
  expect(errorsOf(changed)).toEqual(errors);
});

test("stored passwords stay where each goes to the same server for the same user, and only those", () => {
  const stored = { kind: "stored" };
  expect(parse({ script: script.replace("deadline: 2m", "deadline: 1m") }, target)).toMatchObject({ draft: { secret: stored } });
  const renamed = script.replaceAll("server: mailbox", "server: inbox").replace("  mailbox:", "  inbox:");
  expect(parse({ script: renamed }, target)).toMatchObject({ draft: { secret: stored } });
  for (const [from, to, ...needed] of [
    ["host: imap.example.com", "host: evil.example.com", "mailbox"],
    ["port: 993", "port: 1993", "mailbox"],
    ["tls: implicit }", "tls: implicit, trust: { except: untrusted } }", "mailbox"],
    ["username: inbox@example.com", "username: other@example.com", "mailbox"],
    ["secret: mailbox", "secret: submission", "submission"],
    ["secret: mailbox", "secret: other", "other"],
  ] as const) {
    const changed = script.replace(from, to);
    expect(errorsOf({ script: changed }, target)).toEqual({ secrets: passwordsNeededAgain(needed) });
    expect(parseTrialForm({ ...values, script: changed }, target).ok).toBe(false);
    const typed = Object.fromEntries(needed.map((name) => [name, "new"]));
    const isAll = to === "secret: submission"; // the one that is left
    const secret = isAll ? { kind: "new", secret: JSON.stringify(typed) } : { kind: "some", secrets: typed };
    expect(parse({ script: changed, secrets: JSON.stringify(typed) }, target)).toMatchObject({ draft: { secret } });
  }
});

test("one of several is changed and the others stay", () => {
  const some = { kind: "some", secrets: { mailbox: "two" } };
  expect(parse({ secrets: '{"mailbox":"two"}' }, target)).toMatchObject({ draft: { secret: some } });
  expect(parse({ secrets: '{"mailbox":"two","made_up":"x"}' }, target)).toMatchObject({ draft: { secret: some } });
  expect(parse({ secrets: both }, target)).toMatchObject({ draft: { secret: { kind: "new", secret: both } } });
  const elsewhere = script.replace("port: 993", "port: 1993");
  const wrongOne = { script: elsewhere, secrets: '{"submission":"one"}' };
  expect(errorsOf(wrongOne, target)).toEqual({ secrets: passwordsNeededAgain(["mailbox"]) });
  expect(errorsOf({ secrets: '{"mailbox":""}' }, target)).toEqual({ secrets: "mailbox: Enter the password." });
});

test("a script without logins has no secret, whatever was stored or typed", () => {
  const without = writeReadyMade(
    READY_MADE.find(({ name }) => name === "Accept test")!,
    {},
  );
  expect(parse({ script: without, secrets: both }, target)).toMatchObject({ draft: { secret: { kind: "none" } } });
});

test("passwords are read from the form by their names", () => {
  const form = new FormData();
  form.append(secretField("mailbox"), "two");
  form.append(secretField("submission"), "");
  form.append("secrets", "made up");
  expect(monitorFormValues(form).secrets).toBe('{"mailbox":"two"}');
});
