import { expect, test } from "vitest";
import { isSignedBySlack } from "./is-signed.ts";

/** Slack's own example (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
const AT_S = 1_531_420_618;
const EXAMPLE = {
  body:
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar" +
    "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com" +
    "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
  timestamp: String(AT_S),
  signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
};
const isSigned = (changed: Partial<typeof EXAMPLE> | { timestamp: null } | { signature: null } = {}, now = AT_S * 1_000) =>
  isSignedBySlack({ ...EXAMPLE, ...changed }, SECRET, now);

test("Slack's published example is Slack's", () => {
  expect(isSigned()).toBe(true);
});

test.each([
  ["another body", { body: `${EXAMPLE.body}x` }],
  ["another instant", { timestamp: String(AT_S + 1) }],
  ["another signature", { signature: EXAMPLE.signature.replace("a2", "a3") }],
  ["a signature cut short", { signature: EXAMPLE.signature.slice(0, -1) }],
  ["an instant that is none", { timestamp: "1531420618.0" }],
  ["no instant", { timestamp: null }],
  ["no signature", { signature: null }],
])("%s is not", (_, changed) => {
  expect(isSigned(changed)).toBe(false);
});

test("another app's secret makes another signature", () => {
  expect(isSignedBySlack(EXAMPLE, SECRET.replace("8f", "9f"), AT_S * 1_000)).toBe(false);
});

test("what is older than five minutes is not believed any more, nor what comes from the future", () => {
  expect(isSigned({}, (AT_S + 300) * 1_000)).toBe(true);
  expect(isSigned({}, (AT_S + 301) * 1_000)).toBe(false);
  expect(isSigned({}, (AT_S - 301) * 1_000)).toBe(false);
});
