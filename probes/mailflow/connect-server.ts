import type { Stage } from "#core/check/stage.ts";
import type { DialogueTarget } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Server } from "#core/script/server.ts";
import type { LineManners } from "#network/session-options.ts";
import { Session } from "#network/session.ts";
import { beginDialogue, type Dialogue } from "#protocols/dialogue.ts";
import { capability } from "#protocols/imap/capability.ts";
import type { ImapDialogue } from "#protocols/imap/dialogue.ts";
import { greeting as imapGreeting } from "#protocols/imap/greeting.ts";
import { GREETING_LINE, UNTAGGED_LINE } from "#protocols/imap/response-parser.ts";
import { capa } from "#protocols/pop3/capa.ts";
import type { Pop3Dialogue } from "#protocols/pop3/dialogue.ts";
import { greeting as pop3Greeting } from "#protocols/pop3/greeting.ts";
import { STATUS_LINE } from "#protocols/pop3/reply-parser.ts";
import type { SmtpDialogue } from "#protocols/smtp/dialogue.ts";
import { greeting as smtpGreeting } from "#protocols/smtp/greeting.ts";
import { REPLY_LINE } from "#protocols/smtp/reply-parser.ts";
import { tls } from "#protocols/tls.ts";
import { connect } from "../connect.ts";
import { BOTH_FAMILIES, resolve } from "../resolve.ts";
import type { Running } from "./running.ts";

/** A whole message is fetched, and headers of others are looked through, in bytes. */
const ALL_BYTES = 4 * 1024 * 1024;

/** How the lines of each protocol are read (see SessionOptions). */
const MANNERS: Record<Server["protocol"], { opening: RegExp; lines: LineManners }> = {
  smtp: { opening: REPLY_LINE, lines: {} },
  imap: { opening: GREETING_LINE, lines: { unasked: UNTAGGED_LINE, bytes: 8_192, allBytes: ALL_BYTES } },
  pop3: { opening: STATUS_LINE, lines: { allBytes: ALL_BYTES } },
};

/**
 * Finds a server, connects, begins TLS where it comes first, and waits for the greeting; of a mailbox's server it is asked what it can do, too. Every
 * server of a script goes through the address guard and waits for its turn, like that of any monitor.
 */
export async function connectServer(running: Running, server: Server): Promise<Reason | null> {
  const dialogue = openDialogue(running, server);
  const { session, facts, target } = dialogue;
  const reason =
    (await within(running, dialogue, "dns", () => resolve(session, target, BOTH_FAMILIES, running.options, facts))) ??
    (await within(running, dialogue, "connect", () => connect(session, target.port, running.options, facts))) ??
    (server.tls === "implicit" ? await within(running, dialogue, "tls", () => tls(dialogue)) : null);
  return reason ?? greet(running, dialogue);
}

/** Runs one stage of a step, within the time that the step has left. */
export function within(
  running: Running,
  { session }: Dialogue,
  stage: Stage,
  command: () => Promise<Reason | null>,
): Promise<Reason | null> {
  return session.run(stage, command, running.leftMs());
}

/** Takes leave, after which the connection is over: its turn at the address is another one's. */
export async function takeLeave(
  running: Running,
  protocol: Server["protocol"],
  stage: Stage,
  farewell: () => Promise<null>,
): Promise<null> {
  const dialogue = running.open[protocol]!;
  delete running.open[protocol];
  await within(running, dialogue, stage, farewell);
  dialogue.session.close();
  return null;
}

async function greet(running: Running, dialogue: Dialogue): Promise<Reason | null> {
  switch (dialogue.target.kind) {
    case "smtp": {
      const smtp = dialogue as SmtpDialogue;
      running.open.smtp = smtp;
      return within(running, smtp, "greeting", () => smtpGreeting(smtp));
    }
    case "imap": {
      const imap = dialogue as ImapDialogue;
      running.open.imap = imap;
      return (
        (await within(running, imap, "greeting", () => imapGreeting(imap))) ??
        within(running, imap, "capability", () => capability(imap))
      );
    }
    case "pop3": {
      const pop3 = dialogue as Pop3Dialogue;
      running.open.pop3 = pop3;
      return (
        (await within(running, pop3, "greeting", () => pop3Greeting(pop3))) ?? within(running, pop3, "capability", () => capa(pop3))
      );
    }
  }
}

function openDialogue(running: Running, server: Server): Dialogue {
  const { options, first, dialogues } = running;
  const { opening, lines } = MANNERS[server.protocol];
  const session = new Session({ first, opening: options.allowPrivate ? undefined : opening, lines });
  const { memory, extraCas, now } = options;
  const dialogue = beginDialogue(session, targetOf(server, running.run.from.host), { memory, extraCas, now });
  dialogues.push(dialogue);
  return dialogue;
}

function targetOf({ protocol, host, port, tls: mode, ehlo, trust }: Server, ourName: string): DialogueTarget {
  return protocol === "smtp"
    ? { kind: "smtp", host, port, tls: mode, trust, ehloName: ehlo ?? ourName }
    : { kind: protocol, host, port, tls: mode, trust };
}
