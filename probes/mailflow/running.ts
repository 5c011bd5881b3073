import type { Reply } from "#core/check/reply.ts";
import type { Status } from "#core/check/status.ts";
import { reasonNote } from "#core/diagnosis/reason-note.ts";
import type { Flow, LateMessage } from "#core/mailflow/flow.ts";
import type { MailflowRun } from "#core/mailflow/mailflow-run.ts";
import type { Mechanism } from "#core/monitor/login.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Script } from "#core/script/script.ts";
import type { Server } from "#core/script/server.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import type { Session } from "#network/session.ts";
import type { Dialogue } from "#protocols/dialogue.ts";
import type { ImapDialogue } from "#protocols/imap/dialogue.ts";
import type { Place } from "#protocols/imap/search.ts";
import type { Pop3Dialogue } from "#protocols/pop3/dialogue.ts";
import type { SmtpDialogue } from "#protocols/smtp/dialogue.ts";
import type { ProbeOptions } from "../probe.ts";

/** How a step logs in; `secret` is the name of one. */
export type LoginStep = { username: string; secret: string; mechanism?: Mechanism };

/** The connections that are open, one by each protocol. */
export type Open = { smtp?: SmtpDialogue; imap?: ImapDialogue; pop3?: Pop3Dialogue };

/** The message that was sent: as it was sent, by whom (the envelope), and when, in epoch milliseconds. */
export type SentMessage = { text: string; sender: string; at: number };

/** The message of this run where it was found. `raw` (Latin-1) is there once it was fetched; of a large one it is the beginning. */
export type FoundHere = {
  folder: string;
  isJunk: boolean;
  arrivedAt: number;
  raw: string | null;
  sizeBytes: number | null;
};

/**
 * What brought the connection to a POP3 server so far, so that a mailbox, which holds still, can be entered again; how long that server wants
 * to be left alone between two logins, and when the next one may be, by performance.now().
 */
export type Pop3Way = { server: Server; isEncrypted: boolean; login: LoginStep | null; delayMs: number; nextLoginAtMs: number };

/**
 * A run of a script on its way. `first` is the session whose clock and transcript all connections share; `leftMs` tells how long the step in hand
 * may still take.
 */
export type Running = {
  script: Script;
  run: MailflowRun;
  options: ProbeOptions;
  first: Session;
  leftMs: () => number;
  /** The clock of this check, in epoch milliseconds. */
  now: () => number;
  secrets: Readonly<Record<string, string>>;
  values: Map<string, string>;
  open: Open;
  /** Every connection there was, in their order. */
  dialogues: Dialogue[];
  /** The reply to the last SMTP command. */
  reply: Reply<number> | null;
  recipients: string[];
  sender: string;
  sent: SentMessage | null;
  /** Why nobody can tell whether the message was taken, where that is so. */
  unconfirmed: Reason | null;
  found: FoundHere | null;
  /** Where messages of ours are, this one's first and then those of earlier runs: what is deleted. */
  places: { imap: Place[]; pop3: number[] };
  pop3Way: Pop3Way | null;
  message: Flow["message"];
  late: LateMessage[];
  degraded: Reason | null;
  /** The line at which that was seen. */
  degradedLine: TranscriptLine | null;
  /** The status of what stopped the script, where that is not the reason's own. */
  status: Status | null;
  retryAt: number | null;
};

/** Something is wrong, but the script goes on: the first such reason is told. */
export function degradeRun(running: Running, reason: Reason): void {
  if (running.degraded !== null) return;
  running.degraded = reason;
  running.first.note(reasonNote(reason), reason.stage ?? undefined);
  running.degradedLine = running.first.transcript.lines.at(-1) ?? null;
}
