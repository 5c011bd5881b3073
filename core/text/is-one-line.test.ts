import { expect, test } from "vitest";
import { mailboxSchema } from "../monitor/envelope.ts";
import { ehloNameSchema } from "../monitor/host.ts";
import { loginSchema, loginSecretSchema } from "../monitor/login.ts";
import { isOneLine, isOneLineDecoded } from "./is-one-line.ts";

test.each(["\r", "\n", "\0", "\t", "\x0b", "\x7f", "\x85", "\u2028", "\u2029", "\ud800"])(
  "%j makes a text more than one line",
  (piece) => {
    expect(isOneLine(`a${piece}b`)).toBe(false);
  },
);

test.each(["%0d%0a", "%0D", "%0a", "%00", "%c0%8a", "%E0%80%8D", "%f0%80%80%8a", "%e2%80%a8", "%C2%85"])(
  "%s decoded is more than one",
  (piece) => {
    expect(isOneLineDecoded(`a${piece}b`)).toBe(false);
    expect(isOneLine(`a${piece}b`)).toBe(true);
  },
);

test.each(["user%cafe.example", "100%", "%20", "%0g", "jiřič", "密码", "a b"])("%s is one line, decoded too", (text) => {
  expect(isOneLineDecoded(text)).toBe(true);
});

test("a line break is refused at either end too, where it could be trimmed", () => {
  expect(mailboxSchema.safeParse("joe@mx.example\r\n").success).toBe(false);
  expect(ehloNameSchema.safeParse("probe.example\u2028").success).toBe(false);
  expect(loginSchema.safeParse({ mechanism: "PLAIN", username: "joe\n" }).success).toBe(false);
});

test("blanks around a mailbox and a user name are taken off, those of a password are part of it", () => {
  expect(mailboxSchema.parse(" joe@mx.example ")).toBe("joe@mx.example");
  expect(loginSchema.parse({ mechanism: "PLAIN", username: " joe " }).username).toBe("joe");
  expect(loginSecretSchema.parse(" x%0d ")).toBe(" x%0d ");
});

test("addresses may be literals, of IPv6 too", () => {
  expect(mailboxSchema.parse("joe@[192.0.2.1]")).toBe("joe@[192.0.2.1]");
  expect(mailboxSchema.parse("joe@[IPv6:2001:db8::1]")).toBe("joe@[IPv6:2001:db8::1]");
  expect(ehloNameSchema.parse("[IPv6:2001:db8::1]")).toBe("[ipv6:2001:db8::1]");
});
