import { afterAll, expect, test } from "vitest";
import { loginSecretSchema } from "#core/login.ts";
import { imapTargetSchema } from "#core/monitor.ts";
import { LINE_BREAKS, PATH_ENDS } from "#testing/line-breaks.ts";
import { logInImap } from "#testing/server/log-in-imap.ts";
import { expect as hear, send } from "#testing/server/steps.ts";

const CLEAN = { username: "joe", password: "pencil-and-paper", folder: "Archive" };
const PIECES = [...LINE_BREAKS, ...PATH_ENDS];

/** The field with the piece at its start, in its middle and at its end. */
const placed = (field: keyof typeof CLEAN, piece: string) => {
  const text = CLEAN[field];
  return [piece + text, text.slice(0, 2) + piece + text.slice(2), text + piece];
};

const parse = ({ username, password, folder }: typeof CLEAN) => {
  const login = { mechanism: "best", username };
  const target = imapTargetSchema.safeParse({
    kind: "imap",
    host: "127.0.0.1",
    port: 993,
    tls: "implicit",
    until: "select",
    login,
    folder,
  });
  const secret = loginSecretSchema.safeParse(password);
  return target.success && secret.success ? { login: target.data.login!, folder: target.data.folder!, secret: secret.data } : null;
};

const STRING = String.raw`"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"`;

/** One command for one command, whatever they hold. What is said by AUTHENTICATE is in base64, as in SMTP. */
const ONE_FOR_ONE = [
  hear(new RegExp(`^a4 LOGIN ${STRING} ${STRING}$`)),
  send("a4 OK\r\n"),
  hear(new RegExp(`^a5 EXAMINE ${STRING}$`)),
  send("a5 OK\r\n"),
];

const count = { spellings: 0, refused: 0, unsayable: 0, harmless: 0 };
afterAll(() => process.stdout.write(`injection in IMAP: ${JSON.stringify(count)}, 0 more commands than were meant\n`));

test.each(["username", "password", "folder"] as const)(
  "in the %s, a line break in any spelling is refused, or goes over the wire as a part of one command, or not at all",
  { timeout: 60_000 },
  async (field) => {
    const spellings = PIECES.flatMap((piece) => placed(field, piece)).map((text) => parse({ ...CLEAN, [field]: text }));
    const taken = spellings.filter((each) => each !== null);
    for (const { login, folder, secret } of taken) {
      const isSayable = /^[\x20-\x7e]+$/.test(login.username + secret);
      const result = await logInImap([], isSayable ? ONE_FOR_ONE : [], "best", { login, folder, until: "select" }, { secret }); // rejects where the dialogue is another
      expect(result.reason?.code ?? null).toBe(isSayable ? null : "login.unavailable");
      count[isSayable ? "harmless" : "unsayable"]++;
    }
    count.spellings += spellings.length;
    count.refused += spellings.length - taken.length;
  },
);

test("at least 200 spellings were tried", () => expect(count.spellings).toBeGreaterThanOrEqual(200));
