import { expect, test } from "vitest";
import { DIALOGUE_KINDS, SCRIPT_STAGES_OF, STAGES_OF, type DialogueKind } from "../check/stage.ts";
import { REASON_CODES } from "../reason/reason.ts";
import type { Reason, ReasonCode } from "../reason/reason.ts";
import { diagnose, reasonHeadline } from "./diagnosis.ts";
import { EXAMPLE_TARGETS } from "./fill-in.ts";

const target = { kind: "smtp", host: "mx.example", port: 587, tls: "starttls-required", ehloName: "probe.example" } as const;
const reason = (code: ReasonCode, rest: Partial<Reason> = {}): Reason => ({
  code,
  stage: null,
  reply: null,
  detail: null,
  ...rest,
});
const reply = (code: number, text: string, enhanced: string | null = null) => ({ code, enhanced, lines: [text] });

/** What a check of a kind can end with. */
const reasonsOf = (kind: DialogueKind) =>
  REASON_CODES.filter((code) => {
    if (code === "greeting.preauth") return kind === "imap";
    if (code.startsWith("greeting.not-")) return code === `greeting.not-${kind}`;
    return [...STAGES_OF[kind], ...SCRIPT_STAGES_OF[kind], "check"].some((stage) => code.startsWith(`${stage}.`));
  });
/** What a script finds out that is of no one server, and what a whole domain and a blocklist have. */
const OF_NO_SERVER = REASON_CODES.filter((code) => /^(?:delivery|expect|script|mx|posture|listing)\./.test(code)).map(
  (code) => [code, "smtp"] as const,
);
const OF_EACH_KIND = [...DIALOGUE_KINDS.flatMap((kind) => reasonsOf(kind).map((code) => [code, kind] as const)), ...OF_NO_SERVER];

test("every reason is one of a kind, or of no one server", () => {
  expect(new Set(OF_EACH_KIND.map(([code]) => code))).toEqual(new Set(REASON_CODES));
});

test.each(OF_EACH_KIND)("%s has words for both readers of %s, something to do next, and no placeholder left", (code, kind) => {
  const { plain, expert, next, headline } = diagnose(reason(code), EXAMPLE_TARGETS[kind]);
  for (const sentence of [plain, expert]) expect(sentence).toMatch(/^[^.]\S*[^]*[^.]\.$/);
  expect(plain).not.toMatch(/\. [A-Z]/);
  expect(next.length).toBeGreaterThan(0);
  expect(new Set(next).size).toBe(next.length);
  expect([plain, expert, headline, ...next].join()).not.toMatch(/[{}]|undefined/);
  expect(headline).toBe(reasonHeadline(code, null));
});

test.each(OF_EACH_KIND.filter(([, kind]) => kind !== "smtp"))("%s of %s is told without a word of SMTP", (code, kind) => {
  const { plain, expert, next, rfc } = diagnose(reason(code), EXAMPLE_TARGETS[kind]);
  const aboutOthers = /such as HTTP, SSH, SMTP or TLS/;
  const words = [plain, expert, ...next, rfc].join("\n").replace(aboutOthers, "");
  expect(words).not.toMatch(/swaks|postfix|exim|smtp|ehlo|RFC (?:5321|3207|4954)/i);
  expect(words).not.toMatch(kind === "pop3" ? /imap|RFC 9051|STARTTLS|CAPABILITY/ : /pop3|RFC 1939|STLS|CAPA\b/);
});

test.each(DIALOGUE_KINDS)("headlines tell the reasons of %s apart", (kind) => {
  const headlines = reasonsOf(kind).map((code) => reasonHeadline(code, null));
  expect(new Set(headlines).size).toBe(headlines.length);
});

test("what was said is in the headline", () => {
  expect(diagnose(reason("connect.refused")).headline).toBe("Connection refused");
  expect(diagnose(reason("greeting.reply", { reply: reply(554, "No SMTP service here") })).headline).toBe(
    "Greeting: 554 No SMTP service here",
  );
  expect(diagnose(reason("rcpt.reply", { reply: reply(452, "Insufficient system storage") })).headline).toBe(
    "Recipient refused: 452 Insufficient system storage",
  );
  expect(diagnose(reason("tls.expired", { detail: "expired 3 days ago, on 2026-11-20" })).headline).toBe(
    "Certificate expired 3 days ago",
  );
  expect(diagnose(reason("tls.expiring", { detail: "IPv6: expires in 6 days, on 2026-11-30" })).headline).toBe(
    "Certificate on IPv6 expires in 6 days",
  );
  expect(reasonHeadline("ehlo-tls.reply", 421)).toBe("EHLO after TLS: 421");
  expect(reasonHeadline("auth.reply", 535)).toBe("Login refused: 535");
  expect(reasonHeadline("greeting.reply", null)).toBe("Greeting refused");
  expect(reasonHeadline("rcpt.reply", null)).toBe("Recipient refused");
});

test.each([
  ["mail.reply", reply(452, "4.3.1 Insufficient system storage", "4.3.1"), "resources", /no room left/, "queue_minfree"],
  ["rcpt.reply", reply(554, "5.7.1 blocked using zen.spamhaus.org", "5.7.1"), "blocklisting", /list/, "https://check.spamhaus.org"],
  ["greeting.reply", reply(550, "Listed at b.barracudacentral.org"), "blocklisting", /list/, "barracudacentral.org/lookups"],
  ["greeting.reply", reply(554, "no service"), "blocklisting", /turns us away/, "fail2ban"],
  ["greeting.reply", reply(421, "too busy"), "resources", /too much to do/, "default_process_limit"],
  ["greeting.reply", reply(421, "4.7.0 too many connections", "4.7.0"), "blocklisting", /so many connections/, "anvil"],
  ["auth.reply", reply(535, "5.7.8 no", "5.7.8"), "configuration", /user name and password/, "--auth-user"],
  ["auth.reply", reply(535, "5.7.139 no", "5.7.139"), "configuration", /OAuth/, "XOAUTH2"],
  ["auth.reply", reply(550, "5.7.30 no", "5.7.30"), "configuration", /OAuth/, "SmtpClientAuthenticationDisabled"],
  ["rcpt.reply", reply(550, "5.1.1 no", "5.1.1"), "configuration", /does not know the recipient/, "sendmail -bv"],
  ["rcpt.reply", reply(552, "5.2.2 no", "5.2.2"), "resources", /mailbox/, "doveadm quota"],
] as const)("%s with %j is put down to %s, and says what to do", (code, said, cause, plain, step) => {
  const diagnosis = diagnose(reason(code, { reply: said }), target);
  expect(diagnosis).toMatchObject({ code, cause, plain: expect.stringMatching(plain) });
  expect(diagnosis.next.join("\n")).toContain(step);
});

test.each([
  [reply(550, "what"), "configuration"],
  [reply(450, "what"), "resources"],
  [reply(550, "5.4.9 what", "5.4.9"), "network"],
  [reply(550, "5.7.99 what", "5.7.99"), "blocklisting"],
  [reply(250, "2.7.0 what", "2.7.0"), "configuration"],
] as const)("a refusal nobody knows, %j, is put down to %s by its codes", (said, cause) => {
  expect(diagnose(reason("mail.reply", { reply: said })).cause).toBe(cause);
});

test.each([
  ["imap", "login.reply", "NO", "AUTHENTICATIONFAILED", "configuration", /user name and password/, "imap://mail.example.com:143"],
  ["imap", "login.reply", "NO", null, "configuration", /user name and password/, "doveadm auth test"],
  ["imap", "login.reply", "NO", "UNAVAILABLE", "resources", /out of order/, "dovecot"],
  ["imap", "select.reply", "NO", "NOPERM", "configuration", /may not open the folder/, "doveadm acl"],
  ["imap", "greeting.reply", "BYE", null, "resources", /goodbye/, "openssl"],
  ["pop3", "login.reply", "-ERR", "IN-USE", "resources", /mailbox open/, "doveadm who"],
  ["pop3", "login.reply", "-ERR", "AUTH", "configuration", /user name and password/, "pop3://mail.example.com:110"],
  ["pop3", "list.reply", "-ERR", null, "configuration", /refusal/, "curl"],
] as const)("of %s, %s with %s and %s is put down to %s, and says what to do", (kind, code, word, enhanced, cause, plain, step) => {
  const said = reason(code, { reply: { code: word, enhanced, lines: ["no"] } });
  const diagnosis = diagnose(said, { ...EXAMPLE_TARGETS[kind], tls: code === "greeting.reply" ? "implicit" : "starttls" });
  expect(diagnosis).toMatchObject({ cause, plain: expect.stringMatching(plain) });
  expect(diagnosis.next.join("\n")).toContain(step);
  expect(diagnosis.headline).toMatch(new RegExp(`: ${word} no$`));
});
