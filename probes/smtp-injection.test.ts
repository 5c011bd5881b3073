import { afterAll, expect, onTestFinished, test } from "vitest";
import { loginSecretSchema } from "#core/monitor/login.ts";
import { smtpTargetSchema, type SmtpTarget } from "#core/monitor/monitor.ts";
import { Session } from "#network/session.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { LINE_BREAKS, PATH_ENDS } from "#testing/line-breaks.ts";
import { authOffered } from "#testing/server/dialogues/auth-offered.ts";
import { play } from "#testing/server/play.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { hold, expect as hear, send } from "#testing/server/steps.ts";

const authority = makeAuthority();
const certificate = makeCertificate({ names: ["127.0.0.1"], issuer: authority });

const PIECES = [...LINE_BREAKS, ...PATH_ENDS];

/** A whole target, and how a piece gets into each of its fields. */
type Fields = { ehloName: string; from: string; accepted: string; refused: string; username: string; password: string };
const CLEAN: Fields = {
  ehloName: "probe.example",
  from: "probe@probe.example",
  accepted: "joe@mx.example",
  refused: "nobody@mx.example",
  username: "joe",
  password: "pencil-and-paper",
};

const FIELDS = Object.keys(CLEAN) as (keyof Fields)[];

/** The field with the piece at its start, in its middle and at its end. */
const placed = (field: keyof Fields, piece: string) => {
  const text = CLEAN[field];
  return [piece + text, text.slice(0, 2) + piece + text.slice(2), text + piece];
};

const parse = ({ password, username, ehloName, ...envelope }: Fields) => {
  const target = smtpTargetSchema.safeParse({
    kind: "smtp",
    host: "127.0.0.1",
    port: 25,
    tls: "implicit",
    until: "accept",
    ehloName,
    envelope,
    login: { mechanism: "PLAIN", username },
  });
  const secret = loginSecretSchema.safeParse(password);
  return target.success && secret.success ? { target: target.data, secret: secret.data } : null;
};

/** One command for one command, whatever they hold. */
const ONE_FOR_ONE = authOffered(
  certificate,
  "PLAIN",
  hear(/^AUTH PLAIN [A-Za-z0-9+/=]+$/),
  send("235 ok\r\n"),
  hear(/^MAIL FROM:<[!-;=?-~]*>$/),
  send("250 ok\r\n"),
  hear(/^RCPT TO:<[!-;=?-~]+>$/),
  send("250 ok\r\n"),
  hear(/^RCPT TO:<[!-;=?-~]+>$/),
  send("550 no\r\n"),
  hear(/^RSET$/),
  send("250 ok\r\n"),
);

const count = { spellings: 0, refused: 0, harmless: 0 };
afterAll(() => process.stdout.write(`injection: ${JSON.stringify(count)}, 0 more commands than were meant\n`));

const probe = ({ port: _port, ...target }: SmtpTarget, secret: string) =>
  probePlayed(ONE_FOR_ONE, target, { extraCas: [authority.cert], timeLimitMs: 5_000, secret });

test("without anything odd the target is taken, and says what it means", async () => {
  const { target, secret } = parse(CLEAN)!;
  expect((await probe(target, secret)).status).toBe("up");
});

test.each(FIELDS)(
  "in the %s, a line break in any spelling is refused, or goes over the wire as a part of one command",
  { timeout: 60_000 },
  async (field) => {
    const spellings = PIECES.flatMap((piece) => placed(field, piece)).map((text) => parse({ ...CLEAN, [field]: text }));
    const taken = spellings.filter((each) => each !== null);
    for (const { target, secret } of taken) expect((await probe(target, secret)).status).toBe("up"); // rejects where the dialogue is another
    count.spellings += spellings.length;
    count.refused += spellings.length - taken.length;
    count.harmless += taken.length;
  },
);

test.each(["ehloName", "from", "accepted", "refused"] as const)(
  "in the %s, nothing that ends a command anywhere is ever taken",
  (field) => {
    const taken = LINE_BREAKS.flatMap((piece) => placed(field, piece)).filter(
      (text) => parse({ ...CLEAN, [field]: text }) !== null,
    );
    expect(taken.filter((text) => !/^[!-~]+$/.test(text) || /%0|%c0|%e0/i.test(text))).toEqual([]);
  },
);

test("whatever might come so far, no more than one command is sent at a time", async () => {
  const server = await play([hold]);
  const session = new Session({ timeLimitMs: 5_000 });
  onTestFinished(async () => {
    session.close();
    await server.close();
  });
  await session.connect("127.0.0.1", server.port, 1_000);
  const isSent = (text: string) => {
    try {
      session.send(`RCPT TO:<${text}>`);
      return true;
    } catch {
      return false;
    }
  };
  const commands = PIECES.flatMap((piece) => placed("accepted", piece)).filter(isSent).length;
  session.send("QUIT");
  await expect.poll(() => server.received().join("")).toMatch(/QUIT\r\n$/);
  const received = server.received().join("");
  expect(received.split(/[\r\n\0]+/)).toHaveLength(commands + 2);
  expect(received).toMatch(/^[\x20-\x7e\r\n]*$/);
  expect(commands).toBeGreaterThan(0);
  expect(commands).toBeLessThan(PIECES.length * 3);
});

test("at least 200 spellings were tried", () => expect(count.spellings).toBeGreaterThanOrEqual(200));
