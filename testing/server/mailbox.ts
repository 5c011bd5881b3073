import type { Player, TlsSettings } from "./player.ts";
import { startTls, type Dialogue } from "./steps.ts";

/** What is in a mailbox: the subjects of its messages. They are read anew for each answer. */
export type Subjects = () => readonly string[];

/** A mailbox by IMAP, in TLS from the first byte: it lets everybody in, and every folder holds these messages. */
export const imapMailbox = (settings: TlsSettings, subjects: Subjects): Dialogue => [
  startTls(settings),
  (player) => converse(player, "* OK mx.example IMAP ready", (line) => imapAnswer(line, subjects())),
];

/**
 * The same by POP3. `refusal` is what a login is answered with, and null where it is taken; `capabilities` are offered besides USER.
 */
export const pop3Mailbox = (
  settings: TlsSettings,
  subjects: Subjects,
  { refusal = () => null, capabilities = [] }: { refusal?: () => string | null; capabilities?: readonly string[] } = {},
): Dialogue => [
  startTls(settings),
  (player) =>
    converse(player, "+OK mx.example POP3 ready", (line) => {
      if (line === "CAPA") return ["+OK", "USER", ...capabilities, "."];
      if (line.startsWith("PASS ")) return [refusal() ?? "+OK logged in"];
      return pop3Answer(line, subjects());
    }),
];

/** Answers each line, and ends the connection after a farewell. */
async function converse(player: Player, greeting: string, answer: (line: string) => readonly string[]): Promise<void> {
  player.send(`${greeting}\r\n`);
  for (let line = ""; !/(?:^| )(?:QUIT|LOGOUT)$/.test(line);) {
    line = await player.line();
    player.send(
      answer(line)
        .map((each) => `${each}\r\n`)
        .join(""),
    );
  }
  player.end();
}

function imapAnswer(line: string, subjects: readonly string[]): string[] {
  const [tag, ...words] = line.split(" ");
  const [, sought] = / SUBJECT "([^"]*)"/.exec(line) ?? [];
  const numbers = subjects.flatMap((subject, index) => (subject.includes(sought ?? "") ? [index + 1] : []));
  const told: Record<string, string[]> = {
    CAPABILITY: ["* CAPABILITY IMAP4rev1"],
    EXAMINE: [`* ${subjects.length} EXISTS`],
    UID: [["* SEARCH", ...numbers].join(" ")],
    LOGOUT: ["* BYE see you"],
  };
  return [...(told[words[0]!] ?? []), `${tag} OK done`];
}

function pop3Answer(line: string, subjects: readonly string[]): string[] {
  const [command, number] = line.split(" ");
  if (command === "STAT") return [`+OK ${subjects.length} ${100 * subjects.length}`];
  if (command === "TOP") return ["+OK", `Subject: ${subjects[Number(number) - 1]}`, "", "."];
  return ["+OK"];
}
