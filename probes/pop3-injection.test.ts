import { afterAll, expect, test } from "vitest";
import { loginSecretSchema } from "#core/monitor/login.ts";
import { pop3TargetSchema } from "#core/monitor/monitor.ts";
import { LINE_BREAKS, PATH_ENDS } from "#testing/line-breaks.ts";
import { logInPop3 } from "#testing/server/log-in-pop3.ts";
import { expect as hear, send } from "#testing/server/steps.ts";

const CLEAN = { username: "joe", password: "pencil-and-paper" };
const PIECES = [...LINE_BREAKS, ...PATH_ENDS];

/** The field with the piece at its start, in its middle and at its end. */
const placed = (field: keyof typeof CLEAN, piece: string) => {
  const text = CLEAN[field];
  return [piece + text, text.slice(0, 2) + piece + text.slice(2), text + piece];
};

const parse = ({ username, password }: typeof CLEAN) => {
  const login = { mechanism: "best", username };
  const target = pop3TargetSchema.safeParse({ kind: "pop3", host: "127.0.0.1", port: 995, tls: "implicit", until: "login", login });
  const secret = loginSecretSchema.safeParse(password);
  return target.success && secret.success ? { login: target.data.login!, secret: secret.data } : null;
};

/** One command for one command, whatever they hold. What is said by AUTH is in base64, as in SMTP. */
const ONE_FOR_ONE = [hear(/^USER [\x21-\x7e]+$/), send("+OK\r\n"), hear(/^PASS [\x20-\x7e]+$/), send("+OK\r\n")];

const count = { spellings: 0, refused: 0, unsayable: 0, harmless: 0 };
afterAll(() => process.stdout.write(`injection in POP3: ${JSON.stringify(count)}, 0 more commands than were meant\n`));

test.each(["username", "password"] as const)(
  "in the %s, a line break in any spelling is refused, or goes over the wire as a part of one command, or not at all",
  { timeout: 60_000 },
  async (field) => {
    const spellings = PIECES.flatMap((piece) => placed(field, piece)).map((text) => parse({ ...CLEAN, [field]: text }));
    const taken = spellings.filter((each) => each !== null);
    for (const { login, secret } of taken) {
      const isSayable = /^[\x21-\x7e]+$/.test(login.username) && /^[\x20-\x7e]+$/.test(secret);
      const result = await logInPop3(["USER"], isSayable ? ONE_FOR_ONE : [], "best", { login }, { secret }); // rejects where the dialogue is another
      expect(result.reason?.code ?? null).toBe(isSayable ? null : "login.unavailable");
      count[isSayable ? "harmless" : "unsayable"]++;
    }
    count.spellings += spellings.length;
    count.refused += spellings.length - taken.length;
  },
);

test("at least 200 spellings were tried", () => expect(count.spellings).toBeGreaterThanOrEqual(200));
