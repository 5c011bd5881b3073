import { afterAll, expect, test } from "vitest";
import { readScript } from "#core/script/read-script.ts";
import { writtenOut } from "#core/text/written-out.ts";
import { playRun } from "#testing/play-run.ts";
import { printFigure } from "#testing/print-figure.ts";
import { HOSTILE_VALUES, PLACES, protocolAt, type Place } from "#testing/script-values.ts";
import { play } from "#testing/server/play.ts";
import { startTls, type Step } from "#testing/server/steps.ts";
import { certificate, TRUSTED } from "#testing/server/trusted.ts";
import { runProbe } from "./probe.ts";

/** What is said around the text, and nothing else: each is one line, whole. */
const USUAL = new RegExp(
  `^(?:${[
    "EHLO probe\\.example\\.net|VRFY x|NOOP|RSET|QUIT|DATA|MAIL FROM:<ada@example\\.com>|RCPT TO:<bob@example\\.org>|\\.",
    'a\\d+ (?:CAPABILITY|LOGOUT)|a4 LOGIN "joe" "pencil"|a\\d+ UID SEARCH OR HEADER Message-ID "[a-z0-9]{25}" SUBJECT "[a-z0-9]{25}"',
    "CAPA|PASS pencil",
  ].join("|")})?$`,
);

/** Answers every line, in the manner of its protocol, and never takes two of them for one. */
const answers: Record<ReturnType<typeof protocolAt>, (line: string) => string> = {
  smtp: (line) =>
    line.startsWith("EHLO")
      ? "250-mx\r\n250 AUTH PLAIN\r\n"
      : line.startsWith("AUTH")
        ? "235 ok\r\n"
        : line === "DATA"
          ? "354 go\r\n"
          : "250 ok\r\n",
  imap: (line) =>
    (/CAPABILITY/.test(line) ? "* CAPABILITY IMAP4rev1\r\n" : /SEARCH/.test(line) ? "* SEARCH 7\r\n" : "") +
    `${line.split(" ")[0]} OK done\r\n`,
  pop3: (line) => (line === "CAPA" ? "+OK\r\nUSER\r\n.\r\n" : "+OK 0 0\r\n"),
};
const GREETINGS = { smtp: "220 mx.example ESMTP\r\n", imap: "* OK ready\r\n", pop3: "+OK ready\r\n" };

/** Plays a server that leaves nothing a client says unanswered; `captured` is what it says of VRFY. */
const serving =
  (protocol: keyof typeof answers, captured = "250 ok\r\n"): Step =>
  async (player) => {
    player.send(GREETINGS[protocol]);
    for (let isData = false; ;) {
      const line = await player.line();
      if (isData && line !== ".") continue;
      isData = protocol === "smtp" && line === "DATA";
      player.send(line === "VRFY x" ? captured : answers[protocol](line));
      if (/(?:QUIT|LOGOUT)$/.test(line)) return player.end();
    }
  };

/** A script that has a text in a place; where `captured` is, a variable that an SMTP server gives its value stands there. */
function scriptWith(
  { steps, server, ...place }: Place,
  text: string,
  ports: { out: number; in: number },
  isCaptured: boolean,
): string {
  const out = { protocol: "smtp", host: "127.0.0.1", port: ports.out, tls: "none" };
  const inner = { protocol: protocolAt({ steps, server, ...place }), host: "127.0.0.1", port: ports.in, tls: "implicit" };
  const capture = [{ smtp: "send", line: "VRFY x" }, { set: { who: { fromReply: "(?s)^(.*)$" } } }];
  return JSON.stringify(
    {
      version: 1,
      deadline: "2s",
      servers: { out, in: inner },
      steps: [{ smtp: "connect", server: "out" }, { smtp: "ehlo" }, ...(isCaptured ? capture : []), ...steps(text)],
    },
    null,
    1,
  );
}

/** As it is written in a script where it is no variable. */
const literally = (text: string) => text.replaceAll("${", "$${");

/** Runs it, and returns every line that was said beside the usual ones, and how it ended. */
async function linesSaid(place: Place, text: string, captured?: string): Promise<{ lines: string[]; code: string | undefined }> {
  const protocol = protocolAt(place);
  const out = await play([serving("smtp", captured)]);
  const inner = await play([startTls(certificate), serving(protocol)]);
  const script = scriptWith(place, text, { out: out.port, in: inner.port }, captured !== undefined);
  const target = { kind: "mailflow", host: "127.0.0.1", port: out.port, script } as const;
  const options = {
    ...TRUSTED,
    secret: JSON.stringify({ password: "pencil" }),
    timeLimitMs: 2_000,
    dnsServers: [],
    allowPrivate: true,
  };
  const { reason } = await runProbe(target, { ...options, run: playRun() });
  await Promise.all([out.close(), inner.close()]);
  const wire = [...out.received(), ...inner.received()].map((said) =>
    said.replace(/\r\nDATA\r\n[^]*?\r\n\.\r\n/, "\r\nDATA\r\n.\r\n"),
  );
  return { lines: wire.flatMap((said) => said.split("\r\n")).filter((line) => !USUAL.test(line)), code: reason?.code };
}

const counts = { refused: 0, typed: 0, stopped: 0, captured: 0 };
afterAll(() => {
  const { refused, typed, stopped, captured } = counts;
  const all = refused + typed + stopped + captured;
  printFigure(
    "S10 of scripts",
    `${all} cases: ${refused} refused with their line, ${stopped} captured and stopped, ${typed + captured} said as one command; 0 injected`,
  );
});

/** One command at most, which holds the text as it is, and nothing that is a line end to anybody. */
function expectOneCommand(place: Place, lines: readonly string[], value: string, what: string): void {
  for (const line of lines) {
    expect(line, `for ${what}`).toMatch(/^[\x20-\x7e]*$/);
    expect(place.textIn(line)?.toLowerCase(), `for ${what}`).toBe(value.trim().toLowerCase()); // names of hosts are
  }
  expect(new Set(lines).size, `for ${what}`).toBeLessThanOrEqual(1); // a folder is opened to search it, and again to fetch
}

test.each(Object.entries(PLACES))(
  "%s: what is typed is refused with its line, or one command",
  { timeout: 60_000 },
  async (_, place) => {
    await eachValue(async (what, value) => {
      const { script, problems } = readScript(scriptWith(place, literally(value), { out: 25, in: 993 }, false));
      if (script !== null) {
        const { lines } = await linesSaid(place, literally(value));
        counts.typed++;
        return expectOneCommand(place, lines, value, what);
      }
      const marked = scriptWith(place, "marked", { out: 25, in: 993 }, false).split("\n");
      expect(
        problems.map(({ line }) => marked[line - 1]),
        `for ${what}`,
      ).toContainEqual(expect.stringContaining("marked"));
      counts.refused++;
    });
  },
);

test.each(Object.entries(PLACES).filter(([, { isTemplate }]) => isTemplate))(
  "%s: what a server said is stopped, or one command",
  { timeout: 60_000 },
  async (_, place) => {
    await eachValue(async (what, value) => {
      const bytes = Buffer.from(value).toString("latin1");
      const said = bytes.split("\n");
      const reply = said.map((line, index) => `250${index === said.length - 1 ? " " : "-"}${line}\r\n`).join("");
      const { lines, code } = await linesSaid(place, "${who}", reply);
      expectOneCommand(place, lines, writtenOut(bytes), what); // a reply's control characters are written out
      if (lines.length > 0) return void counts.captured++;
      expect(code, `for ${what}`).toMatch(/^(?:script\.value|command\.[\w-]+|expect\.reply|login\.unavailable)$/);
      counts.stopped++;
    });
  },
);

/** Eight at once: most of the time each waits for the other end. */
async function eachValue(look: (what: string, value: string) => Promise<void>): Promise<void> {
  const left = Object.entries(HOSTILE_VALUES);
  const takeNext = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) await look(...each);
  };
  await Promise.all(Array.from({ length: 8 }, takeNext));
}
