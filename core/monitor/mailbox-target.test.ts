import { expect, test } from "vitest";
import { targetSchema } from "./monitor.ts";

const imap = { kind: "imap", host: "mail.example.com", port: 993, tls: "implicit" } as const;
const pop3 = { ...imap, kind: "pop3", port: 995 } as const;
const login = { mechanism: "best", username: "alice" } as const;

test("a target of each kind is taken as it is", () => {
  const whole = {
    ...imap,
    until: "select",
    login,
    folder: 'Archiv "2026"',
    expect: { banner: "ready", offers: ["AUTH=PLAIN", "LITERAL+"], offersNotInClear: ["AUTH=PLAIN"] },
    slowMs: { capability: 100, login: 500, select: 200, logout: 50 },
  };
  expect(targetSchema.parse(whole)).toEqual(whole);
  const list = { ...pop3, until: "list", login, expect: { offers: ["SASL PLAIN", "UIDL"] } };
  expect(targetSchema.parse(list)).toEqual(list);
});

test.each([
  ["a login in the clear", { ...imap, tls: "none", login }, /needs TLS/],
  ["a login in the clear", { ...pop3, tls: "none", login }, /needs TLS/],
  ["a folder without a login", { ...imap, until: "select" }, /needs one/],
  ["a list without a login", { ...pop3, until: "list" }, /needs one/],
  ["an end of another kind", { ...imap, until: "list", login }, /how far/],
  ["a folder that ends the command", { ...imap, folder: "INBOX\r\na9 DELETE INBOX" }, /line breaks/],
  ["a folder with a line break in percent-encoding", { ...imap, folder: "INBOX%0d%0aa9" }, /line breaks/],
  ["a folder with NUL", { ...imap, folder: "IN\0BOX" }, /control characters/],
  ["a capability that is two", { ...imap, expect: { offers: ["A B C"] } }, /looks like/],
])("%s is refused", (_, target, message) => {
  const parsed = targetSchema.safeParse(target);
  expect(parsed.error?.issues.map((issue) => issue.message).join()).toMatch(message);
});
