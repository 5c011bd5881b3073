import { afterAll, expect, onTestFinished, test } from "vitest";
import type { Mechanism } from "#core/login.ts";
import type { ImapTarget } from "#core/monitor.ts";
import { probeImap } from "./imap.ts";
import { capability, imapGreeting } from "#testing/server/dialogues/imap.ts";
import { certificate, TRUSTED } from "#testing/server/log-in-pop3.ts";
import { play } from "#testing/server/play.ts";
import { base64, spellings, TRACED_USER, tracesIn, utf8 } from "#testing/server/secret-traces.ts";
import { close, expect as hear, hold, reset, send, startTls, type Dialogue, type Step } from "#testing/server/steps.ts";

const SECRET = "caNary+7/Wort &söß%";
const ASCII = String.raw`caNary+7"Wort \&soss%`; // the command LOGIN carries nothing else
const TOKEN = `ya29.${"caNary7Wort-".repeat(60)}`;

const next: Step = async (player) => void (await player.line());
const challenge = (text: string) => send(`+ ${base64(text)}\r\n`);
const scramFirst: Step = async (player) => {
  const nonce = /r=(.*)$/.exec(Buffer.from((await player.line()).split(" ")[3]!, "base64").toString())![1]!;
  player.send(`+ ${base64(`r=${nonce}server,s=QUJD,i=4096`)}\r\n`);
};

/** Each way to log in, what offers it, and how it goes up to where all of the secret has been said. */
const WAYS: Record<string, { offer: string[]; mechanism: Mechanism; asked: Step[]; secret: string }> = {
  "the command LOGIN": { offer: ["IMAP4rev1"], mechanism: "best", asked: [next], secret: ASCII },
  PLAIN: { offer: ["SASL-IR", "AUTH=PLAIN"], mechanism: "PLAIN", asked: [next], secret: SECRET },
  "PLAIN without a first response": {
    offer: ["AUTH=PLAIN"],
    mechanism: "PLAIN",
    asked: [next, send("+ \r\n"), next],
    secret: SECRET,
  },
  LOGIN: {
    offer: ["AUTH=LOGIN"],
    mechanism: "LOGIN",
    asked: [next, challenge("Username:"), next, challenge("Password:"), next],
    secret: SECRET,
  },
  "CRAM-MD5": { offer: ["AUTH=CRAM-MD5"], mechanism: "CRAM-MD5", asked: [next, challenge("<1@mx.example>"), next], secret: SECRET },
  "SCRAM-SHA-256": {
    offer: ["SASL-IR", "AUTH=SCRAM-SHA-256"],
    mechanism: "SCRAM-SHA-256",
    asked: [scramFirst, next],
    secret: SECRET,
  },
  XOAUTH2: { offer: ["AUTH=XOAUTH2"], mechanism: "XOAUTH2", asked: [next, send("+ \r\n"), next], secret: TOKEN },
};

/** Says back all that the client said since CAPABILITY, one piece to a line. */
const sayBack =
  (before: string, after: string): Step =>
  (player) => {
    const said = player.received
      .split("\r\n")
      .slice(1, -1)
      .flatMap((line) => line.match(/.{1,1500}/g) ?? []);
    player.send(said.map((line) => `${before}${line}${after}`).join(""));
  };

const farewell = [next, send("* BYE\r\na6 OK\r\n"), close];
const pieces = (secret: string, length: number) =>
  spellings(secret).flatMap((each) => each.match(new RegExp(`.{1,${length}}`, "g"))!);

/** What a server does with a secret once it has it. */
const ENDINGS = (secret: string): Record<string, readonly Step[]> => ({
  "refuses it": [send("a4 NO [AUTHENTICATIONFAILED] no\r\n"), ...farewell],
  "refuses it for now": [send("a4 NO [UNAVAILABLE] later\r\n"), ...farewell],
  "asks for itself": [challenge(secret.slice(0, 700)), next, send("a4 BAD cancelled\r\n"), ...farewell],
  closes: [close],
  resets: [reset],
  "says back what it heard": [sayBack("a4 BAD what is ", "\r\n"), ...farewell],
  "says back what it heard as no answer": [sayBack("", "\r\n"), close],
  "says back what it heard and no line end": [sayBack("* ", ""), (player) => player.wait(20), close],
  "says it in every spelling": [
    send(
      pieces(secret, 1_500)
        .map((each) => `* OK <${each}>\r\n`)
        .join(""),
    ),
    send("a4 NO no\r\n"),
    ...farewell,
  ],
  "lets us in and says it with the folder, wrapped": [
    send(`* CAPABILITY IMAP4rev1 ${base64(secret).slice(0, 1_000)}\r\na4 OK welcome ${utf8(secret).slice(0, 1_000)}\r\n`),
    next,
    send(
      `${pieces(secret, 76)
        .map((each) => `* LIST () "/" ${each}\r\n`)
        .join("")}a5 OK [READ-ONLY] ${base64(secret).slice(0, 1_500)}\r\n`,
    ),
    ...farewell,
  ],
});

let paths = 0;
let hits = 0;
afterAll(() => process.stdout.write(`secrets in IMAP: ${paths} paths, ${hits} hits\n`));

/** Probes, and returns all that anybody gets to see, with what the client said in its login. */
async function seen(dialogue: Dialogue, target: Partial<ImapTarget>, secret: string): Promise<{ shown: string; said: string[] }> {
  const server = await play(dialogue);
  onTestFinished(() => server.close());
  const lines: string[] = [];
  const outcome = await probeImap(
    { kind: "imap", host: "127.0.0.1", port: server.port, tls: "implicit", until: "select", ...target },
    {
      ...TRUSTED,
      secret,
      timeLimitMs: 1_000,
      dnsServers: [],
      allowPrivate: true,
      onLine: (line) => lines.push(JSON.stringify(line)),
    },
  ).catch((error: unknown) => `${String(error)} ${error instanceof Error ? error.stack : ""}`);
  const said = server
    .received()
    .join("")
    .split("\r\n")
    .slice(1)
    .filter((line) => !/^a[156] /.test(line))
    .map((line) => line.replace(/^a4 (?:AUTHENTICATE \S+|LOGIN "[^"]*") ?/, ""));
  return { shown: `${JSON.stringify(outcome)}\n${lines.join("\n")}`, said };
}

function expectNoTrace(shown: string, said: string[], secret: string): void {
  const found = tracesIn(shown, said, secret);
  paths++;
  hits += found.length;
  expect(found).toEqual([]);
  expect(shown).not.toMatch(/caNary|Y2FOYXJ5|NhTmFye|jYU5hcn/i); // "caNary" as it stands in base64, in any alignment
}

const cases = Object.entries(WAYS).flatMap(([way, { secret }]) =>
  Object.entries(ENDINGS(secret)).map(([what, steps]) => [way, what, steps] as const),
);

test.each(cases)("%s: a server that %s leaves no trace of the secret", async (way, _, steps) => {
  const { offer, mechanism, asked, secret } = WAYS[way]!;
  const dialogue = [startTls(certificate), imapGreeting, ...capability(offer), ...asked, ...steps];
  const { shown, said } = await seen(dialogue, { login: { mechanism, username: TRACED_USER } }, secret);
  expect(said.filter((line) => line.length >= 8).length).toBeGreaterThan(0);
  expectNoTrace(shown, said, secret);
});

test.each(spellings(ASCII))("a server that remembers it as %j and says so everywhere else leaves no trace", async (spelling) => {
  const dialogue = [
    startTls(certificate),
    send(`* OK [${spelling}] ${spelling}\r\n`),
    ...capability(["IMAP4rev1", spelling, `X-${spelling}`, `AUTH=${spelling}`]),
    hear(/^a6 LOGOUT$/),
    send(`* BYE ${spelling}\r\na6 NO ${spelling}\r\n`),
  ];
  const login = { mechanism: "PLAIN", username: TRACED_USER } as const;
  const { shown, said } = await seen(dialogue, { login }, ASCII);
  expect(shown).toContain("login.unavailable");
  expectNoTrace(shown, said, ASCII);
});

test("a refusal in the greeting, and what the banner should hold, leave no trace", async () => {
  const login = { mechanism: "PLAIN", username: TRACED_USER } as const;
  const refused = await seen([startTls(certificate), send(`* BYE ${ASCII}\r\n`), close], { login }, ASCII);
  const unexpected = await seen([startTls(certificate), imapGreeting, ...farewell], { login, expect: { banner: ASCII } }, ASCII);
  expect(refused.shown).toContain("greeting.reply");
  expect(unexpected.shown).toContain("greeting.unexpected");
  expectNoTrace(refused.shown + unexpected.shown, [], ASCII);
});

test("a server that falls silent leaves no trace either", async () => {
  const { offer, mechanism, asked, secret } = WAYS["the command LOGIN"]!;
  const dialogue = [startTls(certificate), imapGreeting, ...capability(offer), ...asked, hold];
  const { shown, said } = await seen(dialogue, { login: { mechanism, username: TRACED_USER } }, secret);
  expect(shown).toContain("login.timeout");
  expectNoTrace(shown, said, secret);
});
