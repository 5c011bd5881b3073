import { expect, test } from "vitest";
import { outlineOf, secretsOf } from "./outline.ts";

const TEXT = `version: 1
deadline: 90s
servers:
  out: { protocol: smtp, host: mail.example.com, port: 587, tls: starttls }
  late:
steps:
  # says hello
  - smtp: connect
    server: out

  - smtp: auth
    username: me
    secret: submission
    expect:
      code: 235
  - just words
always: [{ imap: login, secret: submission }, { imap: login, secret: Not a name }]
`;

test("what a text says is shown, right or wrong, with the lines of each step", () => {
  expect(outlineOf(TEXT)).toMatchObject({
    deadline: "90s",
    servers: [
      { name: "out", server: { protocol: "smtp", port: 587 } },
      { name: "late", server: {} },
    ],
    steps: [
      { step: { smtp: "connect", server: "out" }, fromLine: 8, toLine: 9 },
      { step: { smtp: "auth", expect: { code: 235 } }, fromLine: 11, toLine: 15 },
      { step: null },
    ],
    always: [{ fromLine: 17, toLine: 17 }, {}],
  });
});

test("each secret is asked for once", () => {
  expect(secretsOf(outlineOf(TEXT)!)).toEqual(["submission"]);
});

test.each(["", "- 1", "a: [", "hello"])("%j has nothing to show", (text) => {
  expect(outlineOf(text)).toBeNull();
});
