import { expect, test } from "vitest";
import { chooseMechanism } from "./choose-mechanism.ts";

test.each([
  [["AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256 XOAUTH2"], "SCRAM-SHA-256"],
  [["AUTH PLAIN LOGIN CRAM-MD5"], "CRAM-MD5"],
  [["AUTH LOGIN PLAIN"], "PLAIN"],
  [["AUTH LOGIN"], "LOGIN"],
  [["auth login plain"], "PLAIN"],
  [["AUTH=LOGIN", "AUTH PLAIN"], "PLAIN"],
  [["AUTH XOAUTH2 GSSAPI NTLM SCRAM-SHA-256-PLUS SCRAM-SHA-1"], null],
  [["AUTH"], null],
  [["AUTHORS PLAIN", "SIZE"], null],
  [[], null],
])("of %j the best is %s", (capabilities, name) => expect(chooseMechanism("best", capabilities, "AUTH")).toBe(name));

test("the one that is wanted is taken, or none", () => {
  expect(chooseMechanism("LOGIN", ["AUTH PLAIN LOGIN SCRAM-SHA-256"], "AUTH")).toBe("LOGIN");
  expect(chooseMechanism("XOAUTH2", ["AUTH XOAUTH2"], "AUTH")).toBe("XOAUTH2");
  expect(chooseMechanism("CRAM-MD5", ["AUTH PLAIN LOGIN"], "AUTH")).toBeNull();
});
