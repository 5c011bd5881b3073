import { expect, test } from "vitest";
import { composeTestMessage } from "#core/arrival/test-message.ts";
import { findRunToken } from "./find-run-token.ts";

const TOKEN = "0123456789abcdefghijklmno";
const message = composeTestMessage({
  from: "probe@example.org",
  to: "x@in.example.net",
  token: TOKEN,
  sentAt: 0,
  host: "probe.example",
  abuse: "https://watch.example/",
});

test.each([
  ["as it was sent", message],
  ["with fields on top of it", `Received: from a\r\n\tby b;\r\n\t1 Jan 2026 00:00:00 +0000\r\n${message}`],
  ["with a subject that was changed", message.replace("Subject: Mail test", "Subject: [EXTERN] ***SPAM*** Mail test")],
  ["with a Message-ID of somebody else's", message.replace(/Message-ID: .*/, "Message-ID: <a@b.example>")],
  ["without a subject", message.replace(/Subject: .*\r\n/, "")],
  [
    "with a folded subject in odd case",
    message.replace(/Message-ID: .*\r\n/, "").replace("Subject: Mail test", "SUBJECT:\r\n Mail test\r\n"),
  ],
  ["with bare line feeds", message.replaceAll("\r\n", "\n")],
])("the token is found %s", (_, raw) => {
  expect(findRunToken(Buffer.from(raw))).toBe(TOKEN);
});

test.each([
  ["only in its body", `Subject: hello\r\n\r\nMessage-ID: <${TOKEN}@a.example>\r\n`],
  ["in another field", `X-Subject: ${TOKEN}\r\n\r\n`],
  ["in nothing", ""],
  ["in a header without an end, of NUL and bare CR", `Subject: \0\r${"a\0".repeat(200_000)}`],
])("there is none %s", (_, raw) => {
  expect(findRunToken(Buffer.from(raw))).toBeNull();
});
