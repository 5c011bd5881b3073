import { spellings, base64, TRACED_USER } from "#testing/server/secret-traces.ts";
import { close, send, type Dialogue, type Step } from "#testing/server/steps.ts";
import { bye, everySpelling, inAnd, logInBySmtp, type SecretPath } from "./secret-path.ts";
import { smtpServer } from "./smtp-login-paths.ts";
import { tellingMessage } from "./telling-message.ts";

/** The commands LOGIN and PASS carry ASCII alone. */
const ASCII = "caNary+7/Wort &soss%";

/** A server that answers whatever it is asked for, by the word of the command. */
const answering =
  (answers: Record<string, (line: string) => string>, otherwise: (line: string) => string): Step =>
  async (player) => {
    for (;;) {
      const line = await player.line();
      const word = Object.keys(answers).find((each) => new RegExp(`(?:^| )${each}\\b`, "i").test(line));
      player.send((word === undefined ? otherwise : answers[word]!)(line));
      if (/(?:^| )(?:QUIT|LOGOUT)$/i.test(line)) return player.end();
    }
  };

const tagged = (rest: string) => (line: string) => `${line.split(" ")[0]} ${rest}\r\n`;
const ok = tagged("OK done");

/** Takes a message without asking anything. */
const SINK: Step = async (player) => {
  player.send("220 mx.example ESMTP\r\n");
  for (let isData = false; ;) {
    const line = await player.line();
    if (isData && line !== ".") continue;
    isData = line === "DATA";
    player.send(isData ? "354 go\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
    if (line === "QUIT") return player.end();
  }
};

const SENDING = [
  { smtp: "connect", server: "smtp" },
  { smtp: "ehlo" },
  { smtp: "mail", from: "ada@example.com" },
  { smtp: "rcpt", to: "bob@example.org" },
  { smtp: "data" },
  { smtp: "quit" },
];

const literal = (text: string) => `{${text.length}}\r\n${text}`;

/** Where a mailbox's server may say what it knows. */
export function mailboxPaths(tls: Step): SecretPath[] {
  const imap = (answers: Parameters<typeof answering>[0]): Dialogue => [
    tls,
    send("* OK mx.example ready\r\n"),
    answering(
      { CAPABILITY: (line) => `* CAPABILITY IMAP4rev1\r\n${ok(line)}`, LOGOUT: (line) => `* BYE bye\r\n${ok(line)}`, ...answers },
      ok,
    ),
  ];
  const IN_BOX = [
    { imap: "connect", server: "imap" },
    { imap: "login", username: TRACED_USER, secret: "password" },
  ];
  const FOUND = { SEARCH: (line: string) => `* SEARCH 7\r\n${ok(line)}` };

  const MESSAGE = tellingMessage(ASCII).join("\r\n");
  const FETCHED = {
    ...FOUND,
    FETCH: (line: string) => `* 1 FETCH (UID 7 RFC822.SIZE ${MESSAGE.length} BODY[]<0> ${literal(MESSAGE)})\r\n${ok(line)}`,
  };
  const everyUntagged = (end: string) => (line: string) => everySpelling(ASCII, "* OK ", tagged(end)(line));
  const SEARCHED = { imap: "search", folders: ["INBOX", "Junk"], every: "100ms", limit: "600ms" };
  const byImap = (name: string, answers: Parameters<typeof answering>[0], steps: object[], reason: RegExp): SecretPath => ({
    name: `IMAP: ${name}`,
    secret: ASCII,
    servers: { smtp: [SINK], imap: imap(answers) },
    steps: [...SENDING, ...IN_BOX, ...steps],
    reason,
  });
  const mailboxes: SecretPath[] = [
    byImap(
      "refused, and said back",
      { LOGIN: (line) => `* NO ${line}\r\n${tagged(`NO what is ${line}`)(line)}` },
      [],
      /^login\.reply$/,
    ),
    byImap("refused, in every spelling", { LOGIN: everyUntagged("NO no") }, [], /^login\.reply$/),
    byImap(
      "a folder that cannot be opened",
      { EXAMINE: everyUntagged(`NO ${base64(ASCII)} ${ASCII}`) },
      [SEARCHED],
      /^delivery\.lost$/,
    ),
    byImap("a search that is refused", { SEARCH: everyUntagged(`BAD ${ASCII}`) }, [SEARCHED], /^search\.reply$/),
    byImap(
      "a message that tells it",
      FETCHED,
      [SEARCHED, { imap: "fetch" }, { expect: "message", headers: { Subject: { matches: "^never$" } } }],
      /^expect\.message$/,
    ),
    byImap(
      "a verdict that tells it",
      FETCHED,
      [SEARCHED, { imap: "fetch" }, { expect: "message", dkim: "pass" }],
      /^expect\.message$/,
    ),
    byImap(
      "a fetch that is refused",
      { ...FOUND, FETCH: everyUntagged(`NO ${ASCII}`) },
      [SEARCHED, { imap: "fetch" }],
      /^fetch\.reply$/,
    ),
    byImap(
      "a message that is none",
      { ...FOUND, FETCH: (line) => `* 1 FETCH (X ${literal(MESSAGE)})\r\n${ok(line)}` },
      [SEARCHED, { imap: "fetch" }],
      /^fetch\./,
    ),
    byImap(
      "a deletion that is refused",
      { ...FETCHED, STORE: everyUntagged(`NO ${ASCII}`) },
      [SEARCHED, { imap: "delete" }],
      /^delete\.reply$/,
    ),
  ];

  const pop3 = (answers: Parameters<typeof answering>[0]): Dialogue => [
    tls,
    send("+OK mx.example ready\r\n"),
    answering({ CAPA: () => "+OK\r\nUSER\r\n.\r\n", STAT: () => "+OK 1 100\r\n", ...answers }, () => "+OK\r\n"),
  ];
  const byPop3 = (name: string, answers: Parameters<typeof answering>[0], reason: RegExp): SecretPath => ({
    name: `POP3: ${name}`,
    secret: ASCII,
    servers: { smtp: [SINK], pop3: pop3(answers) },
    steps: [
      ...SENDING,
      { pop3: "connect", server: "pop3" },
      { pop3: "login", username: TRACED_USER, secret: "password" },
      { pop3: "search", every: "200ms", limit: "600ms" },
    ],
    reason,
  });
  const TELLING = `+OK\r\n${tellingMessage(ASCII)
    .map((line) => `${line}\r\n`)
    .join("")}.\r\n`;
  mailboxes.push(
    byPop3("refused, and said back", { PASS: (line) => `-ERR what is ${line}\r\n` }, /^login\.reply$/),
    byPop3(
      "refused, in a reply of every spelling",
      { PASS: () => `-ERR ${spellings(ASCII).join(" ").slice(0, 1_500)}\r\n` },
      /^login\./,
    ),
    byPop3("a mailbox that cannot be counted", { STAT: () => `+OK ${ASCII} ${base64(ASCII)}\r\n` }, /^search\.protocol$/),
    byPop3("headers of messages that are not ours", { TOP: () => TELLING }, /^delivery\.lost$/),
    byPop3("headers that are refused", { TOP: () => `-ERR ${ASCII} ${Buffer.from(ASCII).toString("hex")}\r\n` }, /^search\.reply$/),
    {
      name: "another server says it",
      secret: ASCII,
      servers: {
        smtp: smtpServer(tls, "PLAIN", inAnd(...bye)),
        imap: [tls, send(everySpelling(ASCII, "* OK ", `* BYE ${ASCII}\r\n`)), close],
      },
      steps: [...logInBySmtp("PLAIN"), { imap: "connect", server: "imap" }],
      reason: /^capability\./,
    },
  );
  return mailboxes;
}
