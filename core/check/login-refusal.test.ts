import { expect, test } from "vitest";
import type { Reason } from "../reason/reason.ts";
import { hasRefusedLogin, isLoginRefusal, isSameTrouble } from "./login-refusal.ts";
import type { ReplyCode } from "./reply.ts";

const said = (code: ReplyCode, enhanced: string | null = null): Reason => ({
  code: "login.reply",
  stage: "login",
  reply: { code, enhanced, lines: ["no"] },
  detail: null,
});

const answered = (code: number): Reason => ({
  code: "auth.reply",
  stage: "auth",
  reply: { code, enhanced: null, lines: ["no"] },
  detail: null,
});

test.each([
  [535, true],
  [534, true],
  [504, true],
  [454, false],
  [421, false],
])("a login answered with %i is refused for good: %s", (code, isRefused) => {
  expect(isLoginRefusal(answered(code))).toBe(isRefused);
});

test.each<[ReplyCode, string | null, boolean]>([
  ["NO", null, true],
  ["NO", "AUTHENTICATIONFAILED", true],
  ["NO", "UNAVAILABLE", false],
  ["NO", "INUSE", false],
  ["BAD", null, true],
  ["BYE", null, false],
  ["-ERR", "AUTH", true],
  ["-ERR", null, true],
  ["-ERR", "UNHEARD-OF", true],
  ["-ERR", "SYS/TEMP", false],
  ["-ERR", "SYS/PERM", false],
  ["-ERR", "IN-USE", false],
])("a login to a mailbox answered with %s and %s is refused for good: %s", (code, enhanced, isRefused) => {
  expect(isLoginRefusal(said(code, enhanced))).toBe(isRefused);
});

test("a login that is not tried any more is the trouble that its refusal was", () => {
  expect(isSameTrouble("login.reply", "login.stopped")).toBe(true);
  expect(isSameTrouble("auth.stopped", "auth.reply")).toBe(true);
  expect(isSameTrouble("auth.reply", "login.stopped")).toBe(false);
});

test("the same reply elsewhere, no reply and no trouble are no refusal", () => {
  expect(isLoginRefusal({ ...answered(535), code: "mail.reply", stage: "mail" })).toBe(false);
  expect(isLoginRefusal({ code: "auth.timeout", stage: "auth", reply: null, detail: null })).toBe(false);
  expect(isLoginRefusal(null)).toBe(false);
});

test("of several ways to a server any one may have refused it", () => {
  const facts = { addresses: [], address: null, banner: null, capabilities: [], tls: null, certificate: null };
  const path = { address: null, status: "down" as const, stages: [] };
  const dead: Reason = { code: "connect.refused", stage: "connect", reply: null, detail: null };
  const paths = [
    { ...path, path: "IPv4", reason: dead },
    { ...path, path: "IPv6", reason: answered(535) },
  ];
  expect(hasRefusedLogin({ reason: dead, facts: { ...facts, paths } })).toBe(true);
  expect(hasRefusedLogin({ reason: dead, facts: { ...facts, paths: paths.slice(0, 1) } })).toBe(false);
  expect(hasRefusedLogin({ reason: dead, facts })).toBe(false);
});
