import { afterAll, expect, test } from "vitest";
import type { Mechanism } from "#core/monitor/login.ts";
import { capability, imapGreeting } from "#testing/server/dialogues/imap.ts";
import { askedBy, next, pieces, sayBack, SECRET, SecretPaths, wasSaid } from "#testing/server/secret-paths.ts";
import { base64, spellings, TRACED_USER, utf8 } from "#testing/server/secret-traces.ts";
import { close, expect as hear, hold, reset, send, startTls, type Step } from "#testing/server/steps.ts";
import { certificate } from "#testing/server/trusted.ts";

const ASCII = String.raw`caNary+7"Wort \&soss%`; // the command LOGIN carries nothing else

const asked = askedBy("+");

/** Each way to log in, what offers it, and how it goes up to where all of the secret has been said. */
const WAYS: Record<string, { offer: string[]; mechanism: Mechanism; asked: Step[]; secret: string }> = {
  "the command LOGIN": { offer: ["IMAP4rev1"], mechanism: "best", asked: [next], secret: ASCII },
  PLAIN: { offer: ["SASL-IR", "AUTH=PLAIN"], mechanism: "PLAIN", ...asked.PLAIN },
  "PLAIN without a first response": {
    offer: ["AUTH=PLAIN"],
    mechanism: "PLAIN",
    asked: [next, send("+ \r\n"), next],
    secret: SECRET,
  },
  LOGIN: { offer: ["AUTH=LOGIN"], mechanism: "LOGIN", ...asked.LOGIN },
  "CRAM-MD5": { offer: ["AUTH=CRAM-MD5"], mechanism: "CRAM-MD5", ...asked["CRAM-MD5"] },
  "SCRAM-SHA-256": { offer: ["SASL-IR", "AUTH=SCRAM-SHA-256"], mechanism: "SCRAM-SHA-256", ...asked["SCRAM-SHA-256"] },
  XOAUTH2: { offer: ["AUTH=XOAUTH2"], mechanism: "XOAUTH2", ...asked.XOAUTH2 },
};

const farewell = [next, send("* BYE\r\na6 OK\r\n"), close];

/** What a server does with a secret once it has it. */
const ENDINGS = (secret: string): Record<string, readonly Step[]> => ({
  "refuses it": [send("a4 NO [AUTHENTICATIONFAILED] no\r\n"), ...farewell],
  "refuses it for now": [send("a4 NO [UNAVAILABLE] later\r\n"), ...farewell],
  "asks for itself": [send(`+ ${base64(secret.slice(0, 700))}\r\n`), next, send("a4 BAD cancelled\r\n"), ...farewell],
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

const secrets = new SecretPaths((line) =>
  /^a[156] /.test(line) ? "" : line.replace(/^a4 (?:AUTHENTICATE \S+|LOGIN "[^"]*") ?/, ""),
);
afterAll(() => process.stdout.write(`secrets in IMAP: ${secrets.paths} paths, ${secrets.hits} hits\n`));

/** A check that logs in and opens the folder. */
const until = { kind: "imap", until: "select" } as const;
const LOGIN = { mechanism: "PLAIN", username: TRACED_USER } as const;

const cases = Object.entries(WAYS).flatMap(([way, { secret }]) =>
  Object.entries(ENDINGS(secret)).map(([what, steps]) => [way, what, steps] as const),
);

test.each(cases)("%s: a server that %s leaves no trace of the secret", async (way, _, steps) => {
  const { offer, mechanism, asked, secret } = WAYS[way]!;
  const dialogue = [startTls(certificate), imapGreeting, ...capability(offer), ...asked, ...steps];
  const seen = await secrets.see(dialogue, { ...until, login: { mechanism, username: TRACED_USER } }, secret);
  expect(wasSaid(seen)).toBe(true);
  expect(secrets.tracesIn(seen, secret)).toEqual([]);
});

test.each(spellings(ASCII))("a server that remembers it as %j and says so everywhere else leaves no trace", async (spelling) => {
  const dialogue = [
    startTls(certificate),
    send(`* OK [${spelling}] ${spelling}\r\n`),
    ...capability(["IMAP4rev1", spelling, `X-${spelling}`, `AUTH=${spelling}`]),
    hear(/^a6 LOGOUT$/),
    send(`* BYE ${spelling}\r\na6 NO ${spelling}\r\n`),
  ];
  const seen = await secrets.see(dialogue, { ...until, login: LOGIN }, ASCII);
  expect(seen.shown).toContain("login.unavailable");
  expect(secrets.tracesIn(seen, ASCII)).toEqual([]);
});

test("a refusal in the greeting, and what the banner should hold, leave no trace", async () => {
  const refused = await secrets.see([startTls(certificate), send(`* BYE ${ASCII}\r\n`), close], { ...until, login: LOGIN }, ASCII);
  const wanted = { ...until, login: LOGIN, expect: { banner: ASCII } };
  const unexpected = await secrets.see([startTls(certificate), imapGreeting, ...farewell], wanted, ASCII);
  expect(refused.shown).toContain("greeting.reply");
  expect(unexpected.shown).toContain("greeting.unexpected");
  expect(secrets.tracesIn({ shown: refused.shown + unexpected.shown, said: [] }, ASCII)).toEqual([]);
});

test("a server that falls silent leaves no trace either", async () => {
  const { offer, mechanism, asked, secret } = WAYS["the command LOGIN"]!;
  const dialogue = [startTls(certificate), imapGreeting, ...capability(offer), ...asked, hold];
  const seen = await secrets.see(dialogue, { ...until, login: { mechanism, username: TRACED_USER } }, secret);
  expect(seen.shown).toContain("login.timeout");
  expect(secrets.tracesIn(seen, secret)).toEqual([]);
});
