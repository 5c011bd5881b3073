import type tls from "node:tls";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { Reason, ReplyOddity } from "#core/reason.ts";
import { redact } from "#core/redact.ts";
import type { Reply } from "#core/reply.ts";
import { REDACTED, Secrets } from "#core/secrets.ts";
import type { Stage, StageReport } from "#core/stage.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { writtenOut } from "#core/written-out.ts";
import { Connection } from "./connection.ts";
import type { Handshake } from "./handshake.ts";
import { Deadline } from "./deadline.ts";
import type { AddressFailure, Failure, TlsHandshakeFailure } from "./failure.ts";
import { Transcript } from "./transcript.ts";

/**
 * `timeLimitMs` bounds everything from the first lookup to the last byte, `stageLimitsMs` single stages within it. `path` names this way
 * to the server where a check takes several. `secrets` are taken out of every line before anybody sees it. Of what a server says
 * before its first whole reply only lines like `opening` are shown, all where it is left out: what else listens there is not for everybody.
 */
export type SessionOptions = {
  timeLimitMs: number;
  stageLimitsMs?: StageLimits;
  path?: string;
  secrets?: readonly string[];
  opening?: RegExp;
  onLine?: (line: TranscriptLine) => void;
};

/** In ms, for stages that may not take all the time there is. */
export type StageLimits = Partial<Record<Stage, number>>;

/** Something odd about what the server sent, and the stage whose answer it was part of. */
export type Oddity = { stage: Stage; kind: ReplyOddity; detail: string };

/** What of a failure the server said itself, so that its own line is the one to mark. */
const SAID_BY_THE_SERVER = /\.(reply|protocol|line-too-long|reply-too-large|injection)$/;

/** Replies are printable ASCII (RFC 5321 section 4.2); a tab does no harm. */
const NOT_PRINTABLE = /[^\t\x20-\x7e]/;

/** A command is printable ASCII (RFC 5321 section 4.1.1): anything else could end it early, or become something that does. */
const COMMAND = /^[\x20-\x7e]*$/;

/** The first line of a reply is kept up to this many characters. */
const REPLY_KEPT = 512;

/** A piece of no line is shown up to this many characters. */
const PIECE_SHOWN = 512;
const PIECE_READ = 8192;

/**
 * One check's way over the network, from its start to its end: one deadline, one connection at a time, its transcript and the
 * time each stage took. Shared by all protocols; it knows lines, not what they mean. Close it, whatever happened.
 */
export class Session {
  readonly deadline: Deadline;
  readonly transcript: Transcript;
  readonly secrets: Secrets;
  readonly stages: StageReport[] = [];
  readonly warnings: string[] = [];
  /** What was odd in the replies so far, in their order. */
  readonly oddities: Oddity[] = [];
  readonly #startedAtMs = performance.now();
  readonly #stageLimitsMs: StageLimits;
  readonly #opening: RegExp | undefined;
  readonly #closing: (() => void)[] = [];
  #stage: Stage = "dns";
  #stageEndsAtMs = Infinity;
  #waitedMs = 0;
  #heard: string | null = null;
  #hiddenBytes = 0;
  /** The last whole reply and its stage. */
  #replied: { stage: Stage; reply: Reply } | null = null;
  /** The reason whose place was marked last. */
  #marked: Reason | null = null;
  #connection: Connection | null = null;

  constructor(options: SessionOptions) {
    this.deadline = new Deadline(options.timeLimitMs);
    this.secrets = new Secrets(options.secrets);
    this.transcript = new Transcript(this.#startedAtMs, this.secrets, options.path, options.onLine);
    this.#stageLimitsMs = options.stageLimitsMs ?? {};
    this.#opening = options.opening;
  }

  /** Milliseconds since the start, with fractions. */
  elapsedMs(): number {
    return performance.now() - this.#startedAtMs;
  }

  /** Whether another command can be sent. */
  get isOpen(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  /** How long the check waited for us and not for the server, in ms. */
  get waitedMs(): number {
    return this.#waitedMs;
  }

  /** Whether the server has said anything that nobody has read. */
  get hasUnread(): boolean {
    return this.#connection?.hasUnread ?? false;
  }

  /** The first line or piece of one that the server said, shown or not. */
  get heard(): string | null {
    return this.#heard;
  }

  /** Whether anything the server said was not shown. */
  get hasHidden(): boolean {
    return this.#hiddenBytes > 0;
  }

  /** Runs one stage: times it, and marks in the transcript where it failed. Returns its reason to stop, or null to go on. */
  async run(stage: Stage, step: () => Promise<Reason | null>): Promise<Reason | null> {
    this.#stage = stage;
    const startedAtMs = performance.now();
    const waitedBeforeMs = this.#waitedMs;
    this.#stageEndsAtMs = startedAtMs + (this.#stageLimitsMs[stage] ?? Infinity);
    const reason = await step();
    const waitedMs = this.#waitedMs - waitedBeforeMs;
    this.stages.push({ stage, ms: inTenths(performance.now() - startedAtMs - waitedMs), reply: this.#replyOf(stage) });
    if (reason !== null) this.markFailed(reason);
    return reason;
  }

  /** Waits for something of our own, which is no part of the stage's time; the deadline does not wait. */
  async outsideOfTime<T>(wait: Promise<T>): Promise<T> {
    const startedAtMs = performance.now();
    const outcome = await wait;
    const waitedMs = performance.now() - startedAtMs;
    this.#waitedMs += waitedMs;
    this.#stageEndsAtMs += waitedMs;
    return outcome;
  }

  /** How long the running stage still has, in ms. */
  remainingMs(): number {
    return Math.max(0, Math.min(this.#stageEndsAtMs - performance.now(), this.deadline.remainingMs()));
  }

  /** A whole reply was read: it is what the server answered in this stage. */
  replied(reply: Reply): void {
    this.#replied = { stage: this.#stage, reply };
  }

  /** Remembers something odd about the replies of a stage, once for each kind. */
  odd(kind: ReplyOddity, detail: string, stage: Stage = this.#stage): void {
    if (!this.oddities.some((odd) => odd.stage === stage && odd.kind === kind)) this.oddities.push({ stage, kind, detail });
  }

  note(text: string): void {
    this.transcript.add(this.#stage, "note", text);
  }

  /** Something odd that does not change the status; said once, however often it happens. */
  warn(warning: string): void {
    if (!this.warnings.includes(warning)) this.warnings.push(warning);
  }

  /** Marks where the check failed, once for each reason. */
  markFailed(reason: Reason): void {
    if (this.#marked === reason) return;
    this.#marked = reason;
    const { code, detail } = reason;
    const headline = reasonHeadline(code, null);
    const note = detail === null ? headline : `${headline}: ${detail}`;
    this.transcript.markFailed(this.#stage, SAID_BY_THE_SERVER.test(code), note);
  }

  /** Connects to an address literal; one that failed leaves room for the next. */
  async connect(address: string, port: number, limitMs: number): Promise<AddressFailure | null> {
    const connection = new Connection(this.deadline);
    const failure = await connection.connect(address, port, limitMs);
    if (failure === null) this.#connection = connection;
    else connection.fail({ failure: "closed", detail: null });
    return failure;
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
  async sendText(text: string): Promise<Failure | null> {
    this.#dropEarly();
    this.note(`${text.length} bytes of text`);
    return this.#connection?.sendWhole(text, this.remainingMs()) ?? { failure: "closed", detail: null };
  }

  /**
   * Reads lines until `take` has what it wants (see Connection.receive). It gets each line with its control characters written out, and
   * as it may be shown, without secrets.
   */
  async receive<Taken>(take: (line: string, shown: string) => Taken | undefined, limitMs?: number): Promise<Taken | Failure> {
    const connection = this.#connection;
    if (connection === null) return { failure: "closed", detail: null };
    let hasTaken = false;
    const outcome = await connection.receive(
      (line) => {
        if (NOT_PRINTABLE.test(line)) this.odd("malformed", "A reply holds bytes that are no printable ASCII.");
        const written = writtenOut(line);
        const shown = this.secrets.isEmpty ? written : redact(line, this.secrets);
        this.#show(shown, line.length);
        const taken = take(written, shown);
        hasTaken = taken !== undefined;
        return taken;
      },
      Math.min(limitMs ?? Infinity, this.remainingMs()),
    );
    if (connection.hasSeenBareLf) this.warn("The server ends lines with a bare line feed.");
    const settled = hasTaken ? outcome : this.#unfinished(outcome as Failure);
    this.#noteHidden();
    return settled;
  }

  /** Puts down and drops what arrived and was not read. Returns it as it came. */
  dropUnread(): string {
    const unread = this.#connection?.takeUnread() ?? "";
    if (unread !== "") {
      for (const line of unread.replace(/\r?\n$/, "").split(/\r?\n/))
        this.#show(redact(line.slice(0, PIECE_READ), this.secrets).slice(0, PIECE_SHOWN), line.length);
    }
    return unread;
  }

  /** Shakes hands for TLS; nothing that arrived before is ever read as if it came through it. */
  async secure(host: string, secureContext: tls.SecureContext): Promise<Handshake | TlsHandshakeFailure> {
    this.dropUnread();
    return this.#connection?.secure(host, secureContext, this.remainingMs()) ?? { failure: "closed", detail: null };
  }

  /** Whether the server closes its TLS as it should (see Connection.closesTls). */
  async closesTls(limitMs: number): Promise<boolean | null> {
    return (await this.#connection?.closesTls(limitMs)) ?? null;
  }

  /** The other side no longer makes sense: ends the connection, so that nothing more is said to it. */
  abandon(failure: Failure): void {
    this.#connection?.fail(failure);
  }

  /** Calls once the session is closed. */
  onClose(call: () => void): void {
    this.#closing.push(call);
  }

  /** Ends everything the session holds: socket, timers, deadline. */
  close(): void {
    this.deadline.clear();
    this.#connection?.fail({ failure: "closed", detail: null });
    this.#closing.splice(0).forEach((call) => call());
  }

  #dropEarly(): void {
    const early = this.dropUnread();
    if (early !== "") this.odd("desync", "The server sent more lines than one reply has.", this.#replied?.stage);
  }

  /** Puts down what the server said. Before its first reply that may be kept back, and only counted. */
  #show(text: string, bytes: number): void {
    this.#heard ??= text;
    if (this.#opening === undefined || this.#replied !== null || this.#opening.test(text)) {
      this.transcript.add(this.#stage, "received", text);
    } else {
      this.#hiddenBytes += bytes;
    }
  }

  #noteHidden(): void {
    if (this.hasHidden && this.#replied === null) this.note(`${this.#hiddenBytes} bytes that are no reply`);
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

/** Finer than this a time is noise, or tells what the guard thought about. */
function inTenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}
