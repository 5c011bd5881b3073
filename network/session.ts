import type tls from "node:tls";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { Reason } from "#core/reason.ts";
import { redact } from "#core/redact.ts";
import type { Stage, StageTiming } from "#core/stage.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { Connection } from "./connection.ts";
import type { Handshake } from "./connection.ts";
import { Deadline } from "./deadline.ts";
import type { AddressFailure, Failure, TlsHandshakeFailure } from "./failure.ts";
import { Transcript } from "./transcript.ts";

/** `timeLimitMs` bounds everything from the first lookup to the last byte. */
export type SessionOptions = { timeLimitMs: number; onLine?: (line: TranscriptLine) => void };

/** What of a failure the server said itself, so that its own line is the one to mark. */
const SAID_BY_THE_SERVER = /\.(reply|protocol|line-too-long|reply-too-large|injection)$/;

/** A piece of no line is shown up to this many characters. */
const PIECE_SHOWN = 512;

/**
 * One check's way over the network, from its start to its end: one deadline, one connection at a time, its transcript and the
 * time each stage took. Shared by all protocols; it knows lines, not what they mean. Close it, whatever happened.
 */
export class Session {
  readonly deadline: Deadline;
  readonly transcript: Transcript;
  readonly timings: StageTiming[] = [];
  readonly warnings: string[] = [];
  readonly #startedAtMs = performance.now();
  #stage: Stage = "dns";
  #connection: Connection | null = null;

  constructor(options: SessionOptions) {
    this.deadline = new Deadline(options.timeLimitMs);
    this.transcript = new Transcript(this.#startedAtMs, options.onLine);
  }

  /** Milliseconds since the start, with fractions. */
  elapsedMs(): number {
    return performance.now() - this.#startedAtMs;
  }

  /** Whether another command can be sent. */
  get isOpen(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  /** Runs one stage: times it, and marks in the transcript where it failed. Returns its reason to stop, or null to go on. */
  async run(stage: Stage, step: () => Promise<Reason | null>): Promise<Reason | null> {
    this.#stage = stage;
    const startedAtMs = performance.now();
    const reason = await step();
    this.timings.push({ stage, ms: performance.now() - startedAtMs });
    if (reason !== null) this.markFailed(reason);
    return reason;
  }

  note(text: string): void {
    this.transcript.add(this.#stage, "note", text);
  }

  /** Something odd that does not change the status; said once, however often it happens. */
  warn(warning: string): void {
    if (!this.warnings.includes(warning)) this.warnings.push(warning);
  }

  markFailed({ code, detail }: Reason): void {
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

  /** Sends one line. What the server said before its turn is put down and dropped, never taken for the answer. */
  send(line: string): void {
    const early = this.dropUnread();
    if (early !== "") this.warn("The server sent more lines than one reply has.");
    this.transcript.add(this.#stage, "sent", redact(line));
    this.#connection?.send(`${line}\r\n`);
  }

  /** Reads lines until `take` has what it wants (see Connection.receive). Lines are redacted before anybody sees them. */
  async receive<Taken>(take: (line: string) => Taken | undefined, limitMs?: number): Promise<Taken | Failure> {
    const connection = this.#connection;
    if (connection === null) return { failure: "closed", detail: null };
    let hasTaken = false;
    const outcome = await connection.receive((line) => {
      const shown = redact(line);
      this.transcript.add(this.#stage, "received", shown);
      const taken = take(shown);
      hasTaken = taken !== undefined;
      return taken;
    }, limitMs);
    if (connection.hasSeenBareLf) this.warn("The server ends lines with a bare line feed.");
    return hasTaken ? outcome : this.#unfinished(outcome as Failure);
  }

  /** Puts down and drops what arrived and was not read. Returns it as it came. */
  dropUnread(): string {
    const unread = this.#connection?.takeUnread() ?? "";
    if (unread !== "") {
      for (const line of unread.replace(/\r?\n$/, "").split(/\r?\n/))
        this.transcript.add(this.#stage, "received", redact(line.slice(0, PIECE_SHOWN)));
    }
    return unread;
  }

  /** Shakes hands for TLS; nothing that arrived before is ever read as if it came through it. */
  async secure(host: string, secureContext: tls.SecureContext): Promise<Handshake | TlsHandshakeFailure> {
    this.dropUnread();
    return this.#connection?.secure(host, secureContext) ?? { failure: "closed", detail: null };
  }

  /** The other side no longer makes sense: ends the connection, so that nothing more is said to it. */
  abandon(failure: Failure): void {
    this.#connection?.fail(failure);
  }

  /** Ends everything the session holds: socket, timers, deadline. */
  close(): void {
    this.deadline.clear();
    this.#connection?.fail({ failure: "closed", detail: null });
  }

  /** A failure in the middle of a line: the piece that came is shown too. */
  #unfinished(failure: Failure): Failure {
    const piece = this.dropUnread();
    if (failure.failure !== "timeout" || !piece.endsWith("\r")) return failure;
    return { failure: "protocol", detail: "A line ended with a carriage return and no line feed." };
  }
}
