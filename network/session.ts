import type tls from "node:tls";
import type { Reply } from "#core/check/reply.ts";
import type { Stage, StageReport } from "#core/check/stage.ts";
import { reasonNote } from "#core/diagnosis/reason-note.ts";
import type { Reason, ReplyOddity } from "#core/reason/reason.ts";
import { writtenOut } from "#core/text/written-out.ts";
import { redact } from "#core/transcript/redact.ts";
import { REDACTED, type Secrets } from "#core/transcript/secrets.ts";
import { Connection } from "./connection.ts";
import type { AddressFailure, Failure, TlsHandshakeFailure } from "./failure.ts";
import type { Handshake } from "./handshake.ts";
import { Heard } from "./heard.ts";
import { openedBy, type Beside, type LineManners, type SessionOptions } from "./session-options.ts";
import type { StageClock } from "./stage-clock.ts";
import type { Transcript } from "./transcript.ts";

/** Something odd about what the server sent, and the stage whose answer it was part of. */
export type Oddity = { stage: Stage; kind: ReplyOddity; detail: string };

/** What of a failure the server said itself, so that its own line is the one to mark. */
const SAID_BY_THE_SERVER = /\.(reply|protocol|line-too-long|reply-too-large|injection)$/;

/** Replies are printable ASCII (RFC 5321 section 4.2); a tab does no harm. */
const NOT_PRINTABLE = /[^\t\x20-\x7e]/;

/** A command is printable ASCII (RFC 5321 section 4.1.1): anything else could end it early, or become something that does. */
const COMMAND = /^[\x20-\x7e]*$/;

const CLOSED = { failure: "closed", detail: null } as const;

/** The first line of a reply is kept up to this many characters. */
const REPLY_KEPT = 512;

/**
 * One check's way over the network, from its start to its end: one deadline, one connection at a time, its transcript and the
 * time each stage took. Shared by all protocols; it knows lines, not what they mean. Close it, whatever happened.
 */
export class Session {
  readonly clock: StageClock;
  readonly transcript: Transcript;
  readonly secrets: Secrets;
  readonly heard: Heard;
  readonly stages: StageReport[] = [];
  readonly warnings: string[];
  /** What was odd in the replies so far, in their order. */
  readonly oddities: Oddity[] = [];
  readonly #isFirst: boolean;
  readonly #closing: (() => void)[] = [];
  readonly #lines: LineManners | undefined;
  #stage: Stage = "dns";
  /** The last whole reply and its stage. */
  #replied: { stage: Stage; reply: Reply } | null = null;
  /** The reason whose place was marked last. */
  #marked: Reason | null = null;
  #connection: Connection | null = null;

  constructor(options: SessionOptions | Beside) {
    const first = "first" in options ? options.first : openedBy(options);
    this.#isFirst = !("first" in options);
    this.clock = first.clock;
    this.secrets = first.secrets;
    this.transcript = first.transcript;
    this.warnings = first.warnings;
    this.heard = new Heard(this.transcript, this.secrets, options.opening);
    this.#lines = options.lines;
  }

  /** Whether another command can be sent. */
  get isOpen(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  /** Whether the server has said anything that nobody has read. */
  get hasUnread(): boolean {
    return this.#connection?.hasUnread ?? false;
  }

  /** The last whole reply; null where there was none. */
  get lastReply(): Reply | null {
    return this.#replied?.reply ?? null;
  }

  /**
   * Runs one stage, within `limitMs` where it has one of its own: times it, and marks in the transcript where it failed. Returns its reason to
   * stop, or null to go on.
   */
  run(stage: Stage, step: () => Promise<Reason | null>, limitMs?: number): Promise<Reason | null> {
    this.#stage = stage;
    this.clock.begin(stage, limitMs);
    return step().then((reason) => {
      this.stages.push({ stage, ms: this.clock.stageMs(), reply: this.#replyOf(stage) });
      if (reason !== null) this.markFailed(reason);
      return reason;
    });
  }

  /** A whole reply was read: it is what the server answered in this stage. Returns it. */
  replied<Whole extends Reply>(reply: Whole): Whole {
    this.#replied = { stage: this.#stage, reply };
    this.heard.replied();
    return reply;
  }

  /** Remembers something odd about the replies of a stage, once for each kind. */
  odd(kind: ReplyOddity, detail: string, stage: Stage = this.#stage): void {
    if (!this.oddities.some((odd) => odd.stage === stage && odd.kind === kind)) this.oddities.push({ stage, kind, detail });
  }

  note(text: string, stage = this.#stage): void {
    this.transcript.add(stage, "note", text);
  }

  /** Something odd that does not change the status; said once, however often it happens. */
  warn(warning: string): void {
    if (!this.warnings.includes(warning)) this.warnings.push(warning);
  }

  /** Marks where the check failed, once for each reason. */
  markFailed(reason: Reason): void {
    if (this.#marked === reason) return;
    this.#marked = reason;
    this.transcript.markFailed(this.#stage, SAID_BY_THE_SERVER.test(reason.code), reasonNote(reason));
  }

  /** A reason that was marked last is none: the refusal that it tells of was hoped for. */
  unmarkFailed(reason: Reason): void {
    const line = this.#marked === reason ? this.transcript.lines.findLast(({ failed }) => failed) : undefined;
    if (line !== undefined) delete line.failed;
  }

  /** Connects to an address literal; one that failed leaves room for the next. */
  connect(address: string, port: number, limitMs: number): Promise<AddressFailure | null> {
    this.#connection?.fail(CLOSED);
    this.#connection = new Connection(this.clock.deadline, this.#lines?.bytes, this.#lines?.allBytes);
    return this.#connection.connect(address, port, limitMs);
  }

  /**
   * Sends one line; `secret` is the end of it that nobody gets to see, here and where the server says it back. What the server said before
   * its turn is put down and dropped, never taken for the answer. Throws where the line is no command, which is our own fault:
   * nothing a user typed may come this far.
   */
  send(start: string, secret = ""): void {
    const line = start + secret;
    if (!COMMAND.test(line)) throw new Error("A command that is not one line of printable ASCII is never sent.");
    this.secrets.hideExactly(secret);
    this.#dropEarly();
    this.transcript.add(this.#stage, "sent", secret === "" ? line : start + REDACTED);
    this.#connection?.send(`${line}\r\n`);
  }

  /** Sends text (Latin-1) that is no command, and waits until all of it is on its way; why it is not, where it is not. */
  sendText(text: string): Promise<Failure | null> {
    this.#dropEarly();
    this.note(`${text.length} bytes of text`);
    return this.#connection?.sendWhole(text, this.clock.remainingMs()) ?? Promise.resolve(CLOSED);
  }

  /**
   * Reads lines until `take` has what it wants (see Connection.receive). It gets each line with its control characters written out, and
   * as it may be shown, without secrets. Where a message comes after the first line (`isMail`) it is nobody's reply: it is taken as it is, and is not written down. Whoever gets a whole reply out of it says so with `replied`, whoever does not with `abandon`.
   */
  receive<Taken>(
    take: (line: string, shown: string) => Taken | undefined,
    limitMs = Infinity,
    isMail = false,
  ): Promise<Taken | Failure> {
    const connection = this.#connection;
    if (connection === null) return Promise.resolve(CLOSED);
    let lines = 0;
    return connection.receive(
      (line) => {
        if (connection.hasSeenBareLf) this.warn("The server ends lines with a bare line feed.");
        if (isMail && lines++ > 0) return take(line, line);
        const written = NOT_PRINTABLE.test(line) ? this.#malformed(line) : line;
        const shown = this.secrets.isEmpty ? written : redact(line, this.secrets);
        this.heard.add(this.#stage, shown, line.length);
        return take(written, shown);
      },
      Math.min(limitMs, this.clock.remainingMs()),
    );
  }

  /** Passes over the next so many bytes, whatever they are: the next line begins after them. `keep` gets them, in pieces (Latin-1). */
  skip(bytes: number, keep?: (piece: string) => void): void {
    this.note(`${bytes} bytes of data`);
    this.#connection?.skip(bytes, keep);
  }

  /** Puts down and drops what arrived and was not read. Returns it as it came. */
  dropUnread(): string {
    const unread = this.#connection?.takeUnread() ?? "";
    if (unread !== "") this.heard.addUnread(this.#stage, unread);
    return unread;
  }

  /** Shakes hands for TLS; nothing that arrived before is ever read as if it came through it. */
  secure(host: string, secureContext: tls.SecureContext): Promise<Handshake | TlsHandshakeFailure> {
    this.dropUnread();
    return this.#connection?.secure(host, secureContext, this.clock.remainingMs()) ?? Promise.resolve(CLOSED);
  }

  /** Whether the server closes its TLS as it should (see Connection.closesTls). */
  closesTls(limitMs: number): Promise<boolean | null> {
    return this.#connection?.closesTls(limitMs) ?? Promise.resolve(null);
  }

  /**
   * The other side no longer makes sense, or is gone: ends the connection, so that nothing more is said to it. Returns the failure, or
   * what the last it said makes of it.
   */
  abandon(failure: Failure): Failure {
    const isGone = this.#connection?.failure === failure;
    this.#connection?.fail(failure);
    const told = isGone ? this.#unfinished(failure) : failure;
    this.heard.ended(this.#stage);
    return told;
  }

  /** Calls once the session is closed. */
  onClose(call: () => void): void {
    this.#closing.push(call);
  }

  /** Ends everything the session holds: socket, timers, and the deadline where it is the first of its check. */
  close(): void {
    if (this.#isFirst) this.clock.deadline.clear();
    this.#connection?.fail(CLOSED);
    for (const call of this.#closing.splice(0)) call();
  }

  #dropEarly(): void {
    if (this.#lines?.unasked !== undefined && this.#connection?.hasOnlyUnread(this.#lines.unasked)) return;
    const early = this.dropUnread();
    if (early !== "") this.odd("desync", "The server sent more lines than one reply has.", this.#replied?.stage);
  }

  #malformed(line: string): string {
    this.odd("malformed", "A reply holds bytes that are no printable ASCII.");
    return writtenOut(line);
  }

  #replyOf(stage: Stage): StageReport["reply"] {
    if (this.#replied?.stage !== stage) return null;
    const { code, enhanced, lines } = this.#replied.reply;
    return { code, enhanced, text: this.secrets.takenOutOf(lines[0] ?? "").slice(0, REPLY_KEPT) };
  }

  /** A failure in the middle of a line: the piece that came is shown too. */
  #unfinished(failure: Failure): Failure {
    const piece = this.dropUnread();
    if (failure.failure !== "timeout" || !piece.endsWith("\r")) return failure;
    return { failure: "protocol", detail: "A line ended with a carriage return and no line feed." };
  }
}
