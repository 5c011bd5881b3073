import { expect, test } from "vitest";
import { readScript } from "./read-script.ts";
import { writeScript } from "./write-script.ts";

const ROUND_TRIP = `version: 1
deadline: 2m
servers:
  out: { protocol: smtp, host: Mail.Example.com, port: 587, tls: starttls-required }
  in: { protocol: imap, host: imap.example.com, port: 993, tls: implicit }
steps:
  - smtp: connect
    server: out
  - smtp: ehlo
  - smtp: starttls
  - smtp: auth
    username: sender@example.com
    secret: submission
  - set: { tag: probe }
  - smtp: mail
    from: sender@example.com
  - smtp: rcpt
    to: reader+\${tag}@example.com
    expect: { code: [250, 251] }
  - smtp: data
    limit: 20s
  - set: { queue_id: { fromReply: 'queued as (\\w+)' } }
  - smtp: quit
  - wait: 500ms
  - imap: connect
    server: in
  - imap: login
    username: reader@example.com
    secret: mailbox
  - imap: search
    folders: [INBOX, Junk]
    every: 2s
  - imap: fetch
  - expect: message
    folder: INBOX
    delay: 30s
    headers:
      X-Spam-Flag: { matchesNot: '(?i)^yes' }
    dkim: pass
always:
  - imap: delete
  - imap: expunge
  - imap: logout
  - smtp: quit
`;

/** The steps of a script on two servers, as its text from the seventh line on. */
function withSteps(steps: string, always = ""): string {
  return `version: 1
servers:
  out: { protocol: smtp, host: mail.example.com, port: 587, tls: starttls }
  clear: { protocol: smtp, host: mail.example.com, port: 25, tls: none }
  in: { protocol: imap, host: imap.example.com, port: 993, tls: implicit }
steps:
${steps}${always}`;
}

const problemsOf = (text: string) => readScript(text).problems?.map(({ line, message }) => `${line}: ${message}`);

test("a round trip is read, its times in ms, and written down reads as the same", () => {
  const { script } = readScript(ROUND_TRIP);
  expect(script).toMatchObject({ deadline: 120_000, servers: { out: { host: "mail.example.com" } } });
  expect(script!.steps[7]).toEqual({ smtp: "data", limit: 20_000 });
  expect(script!.steps[10]).toEqual({ wait: 500 });
  expect(readScript(writeScript(script!)).script).toEqual(script);
});

const trusting = (trust: string) =>
  `version: 1\nservers:\n  out: { protocol: smtp, host: a.example, port: 25, tls: starttls, trust: ${trust} }\nsteps:\n  - { smtp: connect, server: out }\n`;

test("a server says how its certificate is judged, as a monitor does", () => {
  expect(readScript(trusting("{ except: name, warnDays: 7 }")).script?.servers.out?.trust).toEqual({ except: "name", warnDays: 7 });
  expect(readScript(trusting("{ except: everything }")).problems).toMatchObject([{ line: 3, message: "Choose one exception." }]);
  expect(readScript(trusting("{ unsafe: true }")).problems).toMatchObject([{ line: 3, message: 'There is no "unsafe" here.' }]);
});

test("what is not there is as usual", () => {
  expect(readScript(withSteps("  - smtp: connect\n    server: out\n")).script).toMatchObject({ deadline: 120_000 });
});

test.each<[what: string, steps: string, ...problems: string[]]>([
  ["a step nobody knows", "  - ftp: connect\n", "7: A step begins with one of smtp, imap, pop3, inbound, wait, expect, set."],
  [
    "a command nobody knows",
    "  - smtp: turn\n",
    "7: An smtp step is connect, ehlo, starttls, auth, send, mail, rcpt, data, rset or quit.",
  ],
  ["a word too many", "  - smtp: connect\n    server: out\n    sever: out\n", '9: There is no "sever" here.'],
  ["something left out", "  - wait: 1s\n  - smtp: connect\n", "8: There is no server."],
  ["a time without a unit", "  - wait: 5\n", "7: A time looks like 500ms, 30s or 2m."],
  ["a time that is too long", "  - wait: 6m\n", "7: This is longer than 5m, the most there can be."],
  ["no time at all", "  - wait: 0s\n", "7: A time is longer than nothing."],
  [
    "a step longer than the whole",
    "  - smtp: connect\n    server: out\n    limit: 3m\n",
    "9: This step may take longer than the whole script.",
  ],
  ["a server that is not there", "  - smtp: connect\n    server: nowhere\n", "7: There is no server nowhere among the servers."],
  ["one of another protocol", "  - smtp: connect\n    server: in\n", "7: The server in speaks imap, not smtp."],
  ["a command before the connection", "  - smtp: ehlo\n", "7: There is no connection yet: smtp: connect comes first."],
  [
    "a second connection",
    "  - smtp: connect\n    server: out\n  - smtp: connect\n    server: clear\n",
    "9: There is a connection by smtp already: smtp: quit ends it.",
  ],
  [
    "a password in the clear",
    "  - smtp: connect\n    server: out\n  - smtp: auth\n    username: me\n    secret: mine\n",
    "9: A password is never sent in the clear: smtp: starttls comes first.",
  ],
  [
    "encryption where there is none",
    "  - smtp: connect\n    server: clear\n  - smtp: starttls\n",
    "9: The server is to be talked to in the clear: its tls is none.",
  ],
  [
    "a recipient before the sender, a message before the recipient",
    "  - smtp: connect\n    server: out\n  - smtp: data\n  - smtp: rcpt\n    to: a@example.com\n",
    "9: There is no recipient yet: smtp: rcpt comes first.",
    "10: There is no sender yet: smtp: mail comes first.",
  ],
  [
    "two messages",
    `  - smtp: connect
    server: out
  - &sender { smtp: mail, from: a@example.com }
  - { smtp: rcpt, to: b@example.com }
  - smtp: data
  - { smtp: mail, from: a@example.com }
  - { smtp: rcpt, to: b@example.com }
  - smtp: data
`,
    "14: A script sends one message: there is a data step before this one.",
  ],
  [
    "a search for nothing, by nobody",
    "  - imap: connect\n    server: in\n  - imap: search\n    folders: [INBOX]\n",
    "9: Nobody is logged in yet: imap: login comes first.",
  ],
  [
    "an expectation of a message that nobody looked for",
    "  - expect: message\n    folder: INBOX\n",
    "7: There is no message yet: a search comes first.",
  ],
  ["an expectation of no reply", "  - expect: reply\n    code: 250\n", "7: There is no reply yet: an smtp step comes first."],
  ["a value from no reply", "  - set: { id: { fromReply: '(a)' } }\n", "7: There is no reply yet: an smtp step comes first."],
  ["an expectation that expects nothing", "  - expect: reply\n", "7: Say which code or which text is expected."],
  ["one of the message that does not", "  - expect: message\n    otherwise: down\n", "7: Say what is expected of the message."],
  [
    "an address that is none",
    "  - smtp: connect\n    server: out\n  - smtp: mail\n    from: nobody\n",
    "10: This is no e-mail address, such as postmaster@example.com.",
  ],
  [
    "a line that says another step's command",
    "  - smtp: connect\n    server: out\n  - smtp: send\n    line: DATA\n",
    "10: This command is a step of its own, or not to be had.",
  ],
  [
    "a line break within a command",
    '  - smtp: connect\n    server: out\n  - smtp: send\n    line: "NOOP\\r\\nRSET"\n',
    "10: This has no line breaks and no control characters.",
  ],
  [
    "a variable without a value",
    "  - set: { greeting: 'hello ${name}' }\n",
    "7: The variable name has no value here: set it in an earlier step.",
  ],
  ["a variable that is ours", "  - set: { token: mine }\n", "7: The names token and inbound are taken."],
  ["a pattern that is none", "  - set: { id: { fromReply: '(' } }\n", "7: This is no pattern: missing closing ): `(?m)(`."],
  [
    "a pattern that looks back",
    "  - set: { id: { fromReply: '(a)\\1' } }\n",
    "7: This is no pattern: invalid escape sequence: `\\1`.",
  ],
  [
    "a pattern without a value",
    "  - set: { id: { fromReply: 'queued' } }\n",
    "7: The pattern has one group in round brackets: that is the value.",
  ],
  ["an alias", "  - &again { wait: 1s }\n  - *again\n", "8: A script has no aliases: write it out."],
  ["a key twice", "  - wait: 1s\n    wait: 2s\n", "8: Map keys must be unique."],
  ["no YAML", "  - wait: 'a\n", "8: Missing closing 'quote."],
])("%s is refused with its line", (_, steps, ...problems) => {
  expect(problemsOf(withSteps(steps))).toEqual(problems);
});

test("what is always done may end what was ended before, and open what may be open", () => {
  const steps = "  - { smtp: connect, server: out }\n  - smtp: quit\n";
  expect(problemsOf(withSteps(steps, "always:\n  - smtp: quit\n  - { smtp: connect, server: out }\n"))).toBeUndefined();
  expect(problemsOf(withSteps(steps, "always:\n  - imap: logout\n"))).toEqual([
    "10: There is no connection yet: imap: connect comes first.",
  ]);
});

test("too many steps and too much text are refused", () => {
  expect(problemsOf(withSteps("  - wait: 1s\n".repeat(51)))).toEqual(["6: A script has at most 50 steps; this one has 51."]);
  expect(problemsOf(`# ${"x".repeat(65_536)}`)).toEqual(["1: A script has at most 64 KiB of text."]);
});

// The parser goes down by calling itself: without a bound before it these exhaust the stack, and end the process.
test.each([
  ["brackets", "[".repeat(60_000)],
  ["braces with keys", "{a: ".repeat(15_000)],
  ["items on one line", "- ".repeat(30_000)],
  ["keys on one line", "? ".repeat(30_000)],
  ["values on one line", ": ".repeat(30_000)],
  ["keys, each further in", Array.from({ length: 350 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ["items, each further in", Array.from({ length: 350 }, (_, depth) => `${" ".repeat(depth)}-`).join("\n")],
  ["thousands of keys", Array.from({ length: 6_000 }, (_, index) => `k${index}: 1`).join("\n")],
])("%s without an end are refused before they are parsed", (_, text) => {
  expect(problemsOf(text)).toEqual(["1: This is nested too deeply, or has too many parts, for a script."]);
});

test.each([
  ["nothing", ""],
  ["a list", "- 1"],
  ["a text", "hello"],
  ["two documents", "version: 1\n---\nversion: 1\n"],
])("%s is no script", (_, text) => {
  expect(readScript(text).problems!.length).toBeGreaterThan(0);
});
