import { afterAll, expect, test } from "vitest";
import { loginSecretSchema } from "#core/monitor/login.ts";
import { imapTargetSchema } from "#core/monitor/monitor.ts";
import { LINE_BREAKS, PATH_ENDS } from "#testing/line-breaks.ts";
import { logInImap } from "#testing/server/log-in-imap.ts";
import { expect as hear, send } from "#testing/server/steps.ts";

type Fields = { username: string; password: string; folder: string };
const CLEAN: Fields = { username: "joe", password: "pencil-and-paper", folder: "Archive" };
const FIELDS = Object.keys(CLEAN) as (keyof Fields)[];
const PIECES = [...LINE_BREAKS, ...PATH_ENDS, '"', "\\", '" "', '\\"', "{5}", "{5+}", "&", "*", "%", "(", "[", "]"];

/** The field with the piece at its start, in its middle and at its end. */
const placed = (field: keyof Fields, piece: string) => {
  const text = CLEAN[field];
  return [piece + text, text.slice(0, 2) + piece + text.slice(2), text + piece];
};

/** The fields as they are stored, or null where they are refused. */
function stored(fields: Fields): Fields | null {
  const login = { mechanism: "best", username: fields.username };
  const place = { host: "127.0.0.1", port: 993, tls: "implicit" };
  const target = imapTargetSchema.safeParse({ kind: "imap", ...place, until: "select", login, folder: fields.folder });
  const secret = loginSecretSchema.safeParse(fields.password);
  if (!target.success || !secret.success) return null;
  return { username: target.data.login!.username, password: secret.data, folder: target.data.folder! };
}

const STRING = String.raw`"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"`;

/** One command for one command, whatever they hold. What is said by AUTHENTICATE is in base64, as in SMTP. */
const ONE_FOR_ONE = [
  hear(new RegExp(`^a4 LOGIN ${STRING} ${STRING}$`)),
  send("a4 OK\r\n"),
  hear(new RegExp(`^a5 EXAMINE ${STRING}$`)),
  send("a5 OK\r\n"),
];

const isSayable = ({ username, password }: Fields) => /^[\x20-\x7e]+$/.test(username + password);

const count = { spellings: 0, refused: 0, unsayable: 0, harmless: 0 };
afterAll(() => process.stdout.write(`injection in IMAP: ${JSON.stringify(count)}, 0 more commands than were meant\n`));

/** Every spelling in this field that is taken. */
function taken(field: keyof Fields): Fields[] {
  const spellings = PIECES.flatMap((piece) => placed(field, piece));
  const kept = spellings.flatMap((text) => stored({ ...CLEAN, [field]: text }) ?? []);
  count.spellings += spellings.length;
  count.refused += spellings.length - kept.length;
  return kept;
}

/** One spelling of each field to a check; one that cannot be said has a check of its own, for nothing else is said in it. */
function checks(): Fields[] {
  const all = FIELDS.flatMap(taken);
  const [usernames, passwords, folders] = FIELDS.map((field) =>
    all.filter((each) => each[field] !== CLEAN[field] && isSayable(each)),
  );
  const longest = Math.max(usernames!.length, passwords!.length, folders!.length);
  const together = Array.from({ length: longest }, (_, at) => ({
    username: (usernames![at] ?? CLEAN).username,
    password: (passwords![at] ?? CLEAN).password,
    folder: (folders![at] ?? CLEAN).folder,
  }));
  return [...together, ...all.filter((each) => !isSayable(each))];
}

test("a line break in any spelling is refused, or goes over the wire as a part of one command, or not at all", async () => {
  for (const fields of checks()) {
    const login = { mechanism: "best", username: fields.username } as const;
    const target = { login, folder: fields.folder, until: "select" } as const;
    const steps = isSayable(fields) ? ONE_FOR_ONE : [];
    const { reason } = await logInImap([], steps, "best", target, { secret: fields.password }); // rejects where the dialogue is another
    expect(reason?.code ?? null).toBe(isSayable(fields) ? null : "login.unavailable");
    count[isSayable(fields) ? "harmless" : "unsayable"]++;
  }
  expect(count.spellings).toBeGreaterThanOrEqual(200);
}, 60_000);
