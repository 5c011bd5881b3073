import { expect, test } from "vitest";
import { responseTold } from "./response-codes.ts";

test.each([
  ["NO", "AUTHENTICATIONFAILED", "RFC 5530 section 3"],
  ["-ERR", "AUTH", "RFC 3206 section 5"],
  ["NO", "INUSE", "RFC 5530 section 3"],
  ["-ERR", "IN-USE", "RFC 2449 section 8.1.2"],
  ["-ERR", "SYS/TEMP", "RFC 3206 section 4"],
] as const)("%s [%s] is explained by the standard of its own protocol", (code, enhanced, rfc) => {
  expect(responseTold("login", { code, enhanced, lines: [""] }).rfc).toBe(rfc);
});

test("a refusal without a response code stands where the stage's own reason does", () => {
  expect(responseTold("login", { code: "-ERR", enhanced: null, lines: ["no"] })).not.toHaveProperty("rfc");
});
