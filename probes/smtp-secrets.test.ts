import { afterAll, expect, onTestFinished, test } from "vitest";
import type { SmtpTarget } from "#core/monitor.ts";
import { probeSmtp } from "./smtp.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { play } from "#testing/server/play.ts";
import { scram } from "#testing/server/scram-server.ts";
import { base64, spellings, TRACED_USER as USER, tracesIn, utf8 } from "#testing/server/secret-traces.ts";
import { close, expect as hear, hold, reset, send, startTls } from "#testing/server/steps.ts";
import type { Dialogue, Step } from "#testing/server/steps.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });

const SECRET = "caNary+7/Wort &söß%";
const TOKEN = `ya29.${"caNary7Wort-".repeat(60)}`;

const next: Step = async (player) => void (await player.line());
const challenge = (text: string) => send(`334 ${base64(text)}\r\n`);
const scramFirst: Step = async (player) => {
  const nonce = /r=(.*)$/.exec(Buffer.from((await player.line()).split(" ")[2]!, "base64").toString())![1]!;
  player.send(`334 ${base64(`r=${nonce}server,s=QUJD,i=4096`)}\r\n`);
};

/** Each mechanism up to where all of the secret has been said. */
const MECHANISMS = {
  PLAIN: { asked: [next], secret: SECRET },
  LOGIN: { asked: [next, challenge("Username:"), next, challenge("Password:"), next], secret: SECRET },
  "CRAM-MD5": { asked: [next, challenge("<1896.6971@mx.example>"), next], secret: SECRET },
  "SCRAM-SHA-256": { asked: [scramFirst, next], secret: SECRET },
  XOAUTH2: { asked: [next, send("334 \r\n"), next], secret: TOKEN },
} as const;

/** Says back all that the client said since EHLO, one piece to a line. */
const sayBack =
  (before: string, after: string): Step =>
  (player) => {
    const said = player.received
      .split("\r\n")
      .slice(1, -1)
      .flatMap((line) => line.match(/.{1,1500}/g) ?? []);
    player.send(said.map((line) => `${before}${line}${after}`).join(""));
  };

const farewell = [next, send("221 2.0.0 bye\r\n"), close];

/** What a server does with a secret once it has it. */
const ENDINGS = (secret: string): Record<string, readonly Step[]> => ({
  "refuses it": [send("535 5.7.8 no\r\n"), ...farewell],
  "refuses it for now": [send("454 4.7.0 later\r\n"), ...farewell],
  "goes away with 421": [send("421 4.3.2 bye\r\n"), close],
  "asks on and on": [...Array.from({ length: 12 }, () => [send(`334 ${base64("more")}\r\n`), next]).flat(), hold],
  "asks for itself": [send(`334 ${base64(secret).slice(0, 1_000)}\r\n`), next, send("501 5.7.0 cancelled\r\n"), ...farewell],
  closes: [close],
  resets: [reset],
  "falls silent": [hold],
  "says back what it heard": [sayBack("535-5.7.8 what is ", "\r\n"), send("535 5.7.8 that\r\n"), ...farewell],
  "says back what it heard as no reply": [sayBack("", "\r\n"), hold],
  "says back what it heard and no line end": [sayBack("535 ", ""), hold],
  "says it in every spelling": [
    send(
      `${spellings(secret)
        .flatMap((each) => each.match(/.{1,1500}/g)!)
        .map((each) => `535-<${each}>`)
        .join("\r\n")}\r\n535 no\r\n`,
    ),
    ...farewell,
  ],
  "says it wrapped": [
    send(
      `${spellings(secret)
        .flatMap((each) => each.match(/.{1,76}/g)!)
        .map((each) => `535-${each}`)
        .join("\r\n")}\r\n535 no\r\n`,
    ),
    ...farewell,
  ],
  "lets us in and says it at QUIT": [send(`235 2.7.0 welcome\r\n`), next, send(`250 ${base64(secret).slice(0, 1_500)}\r\n`), close],
  "lets us in and says it too early": [
    send(`235 2.7.0 welcome ${utf8(secret)}\r\n250 ${encodeURIComponent(secret)}\r\n`),
    ...farewell,
  ],
});

let paths = 0;
let hits = 0;
afterAll(() => process.stdout.write(`secrets: ${paths} paths, ${hits} hits\n`));

/** Probes, and returns all that anybody gets to see, with what the client said in AUTH. */
async function seen(dialogue: Dialogue, target: Partial<SmtpTarget>, secret: string): Promise<{ shown: string; said: string[] }> {
  const server = await play(dialogue);
  onTestFinished(() => server.close());
  const lines: string[] = [];
  const outcome = await probeSmtp(
    { kind: "smtp", host: "127.0.0.1", port: server.port, tls: "implicit", ehloName: "probe.example", until: "auth", ...target },
    {
      timeLimitMs: dialogue.at(-1) === hold ? 500 : 2_000, // of silence there need not be more
      dnsServers: [],
      allowPrivate: true,
      extraCas: [authority.cert],
      secret,
      onLine: (line) => lines.push(JSON.stringify(line)),
    },
  ).catch((error: unknown) => `${String(error)} ${error instanceof Error ? error.stack : ""}`);
  const said = server
    .received()
    .join("")
    .split("\r\n")
    .slice(1)
    .flatMap((line) => line.replace(/^AUTH \S+ ?/, ""));
  return { shown: `${JSON.stringify(outcome)}\n${lines.join("\n")}`, said };
}

/** No spelling of the secret, nothing that was said in AUTH, and nothing that was computed for it. */
function expectNoTrace(shown: string, said: string[], secret: string): void {
  const found = tracesIn(shown, said, secret);
  paths++;
  hits += found.length;
  expect(found).toEqual([]);
  expect(shown).not.toMatch(/caNary|Y2FOYXJ5|NhTmFye|jYU5hcn/i); // "caNary" as it stands in base64, in any alignment
}

for (const [mechanism, { asked, secret }] of Object.entries(MECHANISMS)) {
  test.each(Object.entries(ENDINGS(secret)))(`${mechanism}: a server that %s leaves no trace of the secret`, async (_, steps) => {
    const login = { mechanism: mechanism as keyof typeof MECHANISMS, username: USER };
    const dialogue = authOffered(certificate, mechanism).slice(0, -3).concat(asked, steps);
    const { shown, said } = await seen(dialogue, { login }, secret);
    expect(said.filter((line) => line.length >= 8 && line !== "QUIT").length).toBeGreaterThan(0);
    expectNoTrace(shown, said, secret);
  });
}

test("the server's signature in SCRAM-SHA-256, from which the password can be guessed, is no trace either", async () => {
  const signatures: string[] = [];
  const final = (signature: string) => {
    signatures.push(signature.slice(2));
    return signature;
  };
  const dialogue = authOffered(certificate, "SCRAM-SHA-256", scram({ password: SECRET, final }));
  const login = { mechanism: "SCRAM-SHA-256", username: USER } as const;
  const { shown, said } = await seen(dialogue, { login }, SECRET);
  expect(shown).toContain("235 2.7.0 welcome");
  expectNoTrace(shown, [...said, ...signatures, ...signatures.map((signature) => base64(`v=${signature}`))], SECRET);
  expect(signatures).toHaveLength(1);
});

const LOGIN = { mechanism: "PLAIN", username: USER } as const;

test.each(spellings(SECRET).map((spelling) => [spelling]))(
  "a server that remembers it as %j and says so everywhere else leaves no trace",
  async (spelling) => {
    const dialogue = [
      startTls(certificate),
      send(`220-${spelling}\r\n220 ${spelling}\r\n`),
      hear(/^EHLO /),
      send(`250-${spelling}\r\n250-X-${spelling}\r\n250 AUTH ${spelling}\r\n`),
      hear(/^QUIT$/),
      send(`500 ${spelling}\r\n221 ${spelling}\r\n`),
    ];
    const { shown, said } = await seen(dialogue, { login: LOGIN }, SECRET);
    expect(shown).toContain("auth.unavailable");
    expectNoTrace(shown, said, SECRET);
  },
);

test("a refusal in the greeting, what the banner should hold, and a recipient's refusal leave no trace", async () => {
  const greeting = [startTls(certificate), send(`554 ${utf8(SECRET)}\r\n`), ...farewell];
  const refused = await seen(greeting, { login: LOGIN, expect: { banner: SECRET } }, SECRET);
  expect(refused.shown).toContain("greeting.reply");
  expectNoTrace(refused.shown, [], SECRET);

  const accept = [
    next,
    send("235 ok\r\n"),
    next,
    send("250 ok\r\n"),
    next,
    send(`550 ${base64(SECRET)}\r\n`),
    next,
    send("250 ok\r\n"),
  ];
  const target = { login: LOGIN, until: "accept", envelope: { from: "", accepted: "joe@mx.example" } } as const;
  const rejected = await seen(authOffered(certificate, "PLAIN", ...accept), target, SECRET);
  expect(rejected.shown).toContain("rcpt.reply");
  expectNoTrace(rejected.shown, rejected.said.slice(0, 1), SECRET);
});

test("an error that is thrown holds no trace", async () => {
  const { shown } = await seen(authOffered(certificate, "PLAIN"), { login: LOGIN, ehloName: `${SECRET}\r\n` }, SECRET);
  expect(shown).toContain("one line of printable ASCII");
  expectNoTrace(shown, [], SECRET);
});
