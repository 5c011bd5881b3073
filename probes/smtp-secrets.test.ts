import { afterAll, expect, test } from "vitest";
import type { Mechanism } from "#core/monitor/login.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { scram } from "#testing/server/scram-server.ts";
import { askedBy, next, pieces, sayBack, SECRET, SecretPaths, wasSaid } from "#testing/server/secret-paths.ts";
import { base64, spellings, TRACED_USER as USER, utf8 } from "#testing/server/secret-traces.ts";
import { close, expect as hear, hold, reset, send, startTls } from "#testing/server/steps.ts";
import type { Step } from "#testing/server/steps.ts";
import { certificate } from "#testing/server/trusted.ts";

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
      `${pieces(secret, 1_500)
        .map((each) => `535-<${each}>`)
        .join("\r\n")}\r\n535 no\r\n`,
    ),
    ...farewell,
  ],
  "says it wrapped": [
    send(
      `${pieces(secret, 76)
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

const secrets = new SecretPaths((line) => line.replace(/^AUTH \S+ ?/, ""));
afterAll(() => process.stdout.write(`secrets: ${secrets.paths} paths, ${secrets.hits} hits\n`));

const until = { kind: "smtp", until: "auth" } as const;
const LOGIN = { mechanism: "PLAIN", username: USER } as const;

for (const [mechanism, { asked, secret }] of Object.entries(askedBy("334"))) {
  test.each(Object.entries(ENDINGS(secret)))(`${mechanism}: a server that %s leaves no trace of the secret`, async (_, steps) => {
    const login = { mechanism: mechanism as Mechanism, username: USER };
    const dialogue = authOffered(certificate, mechanism).slice(0, -3).concat(asked, steps);
    const seen = await secrets.see(dialogue, { ...until, login }, secret);
    expect(wasSaid(seen)).toBe(true);
    expect(secrets.tracesIn(seen, secret)).toEqual([]);
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
  const { shown, said } = await secrets.see(dialogue, { ...until, login }, SECRET);
  expect(shown).toContain("235 2.7.0 welcome");
  const signed = signatures.flatMap((signature) => [signature, base64(`v=${signature}`)]);
  expect(secrets.tracesIn({ shown, said: [...said, ...signed] }, SECRET)).toEqual([]);
  expect(signatures).toHaveLength(1);
});

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
    const seen = await secrets.see(dialogue, { ...until, login: LOGIN }, SECRET);
    expect(seen.shown).toContain("auth.unavailable");
    expect(secrets.tracesIn(seen, SECRET)).toEqual([]);
  },
);

test("a refusal in the greeting, what the banner should hold, and a recipient's refusal leave no trace", async () => {
  const greeting = [startTls(certificate), send(`554 ${utf8(SECRET)}\r\n`), ...farewell];
  const refused = await secrets.see(greeting, { ...until, login: LOGIN, expect: { banner: SECRET } }, SECRET);
  expect(refused.shown).toContain("greeting.reply");
  expect(secrets.tracesIn({ ...refused, said: [] }, SECRET)).toEqual([]);

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
  const target = { kind: "smtp", login: LOGIN, until: "accept", envelope: { from: "", accepted: "joe@mx.example" } } as const;
  const rejected = await secrets.see(authOffered(certificate, "PLAIN", ...accept), target, SECRET);
  expect(rejected.shown).toContain("rcpt.reply");
  expect(secrets.tracesIn({ ...rejected, said: rejected.said.slice(0, 1) }, SECRET)).toEqual([]);
});

test("an error that is thrown holds no trace", async () => {
  const target = { ...until, login: LOGIN, ehloName: `${SECRET}\r\n` };
  const { shown } = await secrets.see(authOffered(certificate, "PLAIN"), target, SECRET);
  expect(shown).toContain("one line of printable ASCII");
  expect(secrets.tracesIn({ shown, said: [] }, SECRET)).toEqual([]);
});
