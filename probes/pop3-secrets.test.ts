import { afterAll, expect, test } from "vitest";
import type { Mechanism } from "#core/monitor/login.ts";
import { capa, pop3Greeting } from "#testing/server/dialogues/pop3.ts";
import { askedBy, next, pieces, sayBack, SecretPaths, wasSaid } from "#testing/server/secret-paths.ts";
import { base64, spellings, TRACED_USER, utf8 } from "#testing/server/secret-traces.ts";
import { close, expect as hear, hold, reset, send, startTls, type Step } from "#testing/server/steps.ts";
import { certificate } from "#testing/server/trusted.ts";

const ASCII = "caNary+7/Wort &soss%"; // USER and PASS carry nothing else

const asked = askedBy("+");

/** Each way to log in, what offers it, and how it goes up to where all of the secret has been said. */
const WAYS: Record<string, { offer: string; mechanism: Mechanism; asked: Step[]; secret: string }> = {
  USER: { offer: "USER", mechanism: "best", asked: [next, send("+OK\r\n"), next], secret: ASCII },
  PLAIN: { offer: "SASL PLAIN", mechanism: "PLAIN", ...asked.PLAIN },
  LOGIN: { offer: "SASL LOGIN", mechanism: "LOGIN", ...asked.LOGIN },
  "CRAM-MD5": { offer: "SASL CRAM-MD5", mechanism: "CRAM-MD5", ...asked["CRAM-MD5"] },
  "SCRAM-SHA-256": { offer: "SASL SCRAM-SHA-256", mechanism: "SCRAM-SHA-256", ...asked["SCRAM-SHA-256"] },
  XOAUTH2: { offer: "SASL XOAUTH2", mechanism: "XOAUTH2", ...asked.XOAUTH2 },
};

const farewell = [next, send("+OK bye\r\n"), close];

/** What a server does with a secret once it has it. */
const ENDINGS = (secret: string): Record<string, readonly Step[]> => ({
  "refuses it": [send("-ERR [AUTH] no\r\n"), ...farewell],
  "refuses it for now": [send("-ERR [SYS/TEMP] later\r\n"), ...farewell],
  "asks for itself": [send(`+ ${base64(secret.slice(0, 700))}\r\n`), next, send("-ERR cancelled\r\n"), ...farewell],
  closes: [close],
  resets: [reset],
  "says back what it heard": [sayBack("-ERR what is ", "\r\n"), ...farewell],
  "says back what it heard as no reply": [sayBack("", "\r\n"), close],
  "says back what it heard and no line end": [sayBack("-ERR ", ""), (player) => player.wait(20), close],
  "says it in every spelling": [
    send(
      pieces(secret, 1_500)
        .map((each) => `-ERR <${each}>\r\n`)
        .join(""),
    ),
    ...farewell,
  ],
  "lets us in and lists it, wrapped": [
    send("+OK welcome\r\n"),
    next,
    send(`+OK 1 1 ${utf8(secret).slice(0, 1_000)}\r\n`),
    next,
    send(
      `+OK\r\n${pieces(secret, 76)
        .map((each) => `${each}\r\n`)
        .join("")}.\r\n`,
    ),
    next,
    send(`+OK ${base64(secret).slice(0, 1_500)}\r\n`),
    close,
  ],
});

const secrets = new SecretPaths((line) =>
  /^(?:USER .*|STAT|LIST|QUIT)$/.test(line) ? "" : line.replace(/^(?:AUTH \S+|PASS) ?/, ""),
);
afterAll(() => process.stdout.write(`secrets in POP3: ${secrets.paths} paths, ${secrets.hits} hits\n`));

/** A check that logs in and lists the messages. */
const until = { kind: "pop3", until: "list" } as const;
const LOGIN = { mechanism: "PLAIN", username: TRACED_USER } as const;

const cases = Object.entries(WAYS).flatMap(([way, { secret }]) =>
  Object.entries(ENDINGS(secret)).map(([what, steps]) => [way, what, steps] as const),
);

test.each(cases)("%s: a server that %s leaves no trace of the secret", async (way, _, steps) => {
  const { offer, mechanism, asked, secret } = WAYS[way]!;
  const dialogue = [startTls(certificate), pop3Greeting, ...capa(offer), ...asked, ...steps];
  const seen = await secrets.see(dialogue, { ...until, login: { mechanism, username: TRACED_USER } }, secret);
  expect(wasSaid(seen)).toBe(true);
  expect(secrets.tracesIn(seen, secret)).toEqual([]);
});

test.each(spellings(ASCII))("a server that remembers it as %j and says so everywhere else leaves no trace", async (spelling) => {
  const dialogue = [
    startTls(certificate),
    send(`+OK ${spelling}\r\n`),
    ...capa(spelling, `X-${spelling}`, `SASL ${spelling}`),
    hear(/^QUIT$/),
    send(`-ERR ${spelling}\r\n`),
  ];
  const seen = await secrets.see(dialogue, { ...until, login: LOGIN }, ASCII);
  expect(seen.shown).toContain("login.unavailable");
  expect(secrets.tracesIn(seen, ASCII)).toEqual([]);
});

test("a refusal in the greeting, and what the banner should hold, leave no trace", async () => {
  const refused = await secrets.see(
    [startTls(certificate), send(`-ERR ${ASCII}\r\n`), ...farewell],
    { ...until, login: LOGIN },
    ASCII,
  );
  const wanted = { ...until, login: LOGIN, expect: { banner: ASCII } };
  const unexpected = await secrets.see([startTls(certificate), pop3Greeting, ...farewell], wanted, ASCII);
  expect(refused.shown).toContain("greeting.reply");
  expect(unexpected.shown).toContain("greeting.unexpected");
  expect(secrets.tracesIn({ shown: refused.shown + unexpected.shown, said: [] }, ASCII)).toEqual([]);
});

test("a server that falls silent leaves no trace either", async () => {
  const { offer, mechanism, asked, secret } = WAYS.USER!;
  const dialogue = [startTls(certificate), pop3Greeting, ...capa(offer), ...asked, hold];
  const seen = await secrets.see(dialogue, { ...until, login: { mechanism, username: TRACED_USER } }, secret);
  expect(seen.shown).toContain("login.timeout");
  expect(secrets.tracesIn(seen, secret)).toEqual([]);
});
