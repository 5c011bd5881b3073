import type net from "node:net";
import type tls from "node:tls";
import type { Deadline } from "./deadline.ts";
import { addressFailureOf, failureOf, type AddressFailure, type Failure, type TlsHandshakeFailure } from "./failure.ts";
import { handshakeFailureOf, unfinishedHandshake } from "./handshake-failure.ts";
import { handshakeOf, startHandshake, type Handshake } from "./handshake.ts";
import { LineReader } from "./line-reader.ts";
import { openSocket, whereItGot } from "./open-socket.ts";
import { RecordCount } from "./record-count.ts";

/** The most one connection may receive, in bytes after decryption, where nobody fetches a message. */
const SESSION_BUDGET = 256 * 1024;

const TIMEOUT: Failure = { failure: "timeout", detail: null };
const CLOSED: Failure = { failure: "closed", detail: null };
const OVER_WIRE_BUDGET: Failure = {
  failure: "reply-too-large",
  detail: "The server sent TLS without end, and hardly any data in it.",
};

/** How often bytes that never become data are counted, in ms. */
const COUNT_EVERY_MS = 100;

/**
 * One TCP connection, later perhaps TLS, that lines are read from. Whatever the other side does ends in a value: the first
 * failure is kept, the socket is destroyed with it, and lines that arrived before are still read first.
 */
export class Connection {
  readonly #deadline: Deadline;
  readonly #lines: LineReader;
  readonly #budget: number;
  #socket: net.Socket | null = null;
  #receivedBytes = 0;
  #failure: Failure | null = null;
  #error: NodeJS.ErrnoException | null = null;
  /** Looks again at what there is; whoever waits sets it. There is never more than one. */
  #wake: (() => void) | null = null;
  #counting: NodeJS.Timeout | undefined;
  #records: RecordCount | null = null;

  /** `lineBytes` is the most that one line may have, and `bytes` the most that may come in all, where that is not as usual. */
  constructor(deadline: Deadline, lineBytes?: number, bytes = SESSION_BUDGET) {
    this.#deadline = deadline;
    this.#lines = new LineReader(lineBytes);
    this.#budget = bytes;
    deadline.onPass(() => this.fail(TIMEOUT));
  }

  /** Still good for another command. */
  get isOpen(): boolean {
    return this.#socket !== null && this.#failure === null;
  }

  /** Why it no longer is, where it was. */
  get failure(): Failure | null {
    return this.#failure;
  }

  get hasSeenBareLf(): boolean {
    return this.#lines.hasSeenBareLf;
  }

  /** Whether anything arrived that nobody has read. */
  get hasUnread(): boolean {
    return this.#lines.hasUnread;
  }

  /** Whether all that arrived and was not read are lines like this, the last one perhaps not yet whole. */
  hasOnlyUnread(pattern: RegExp): boolean {
    return this.#lines.hasOnly(pattern);
  }

  /** Passes over the next so many bytes (see LineReader.skip). */
  skip(bytes: number, keep?: (piece: string) => void): void {
    this.#lines.skip(bytes, keep);
  }

  /**
   * Connects to an address literal, and checks that this is where it got to. Gives up after `limitMs` or with the deadline. A reset
   * (which a refusal is not, RFC 9293 section 3.10.7.3) means that the server had accepted: it is left for whoever reads next, so
   * that the verdict does not hang on who was quicker.
   */
  connect(address: string, port: number, limitMs: number): Promise<AddressFailure | null> {
    if (this.#failure !== null) return Promise.resolve({ failure: "timeout", detail: null });
    const socket = openSocket(address, port, this.#read.bind(this));
    this.#socket = socket;
    this.#listen(socket);
    let reached: AddressFailure | null | undefined;
    socket.on("connect", () => {
      reached = whereItGot(address, socket.remoteAddress);
      if (reached === null) this.#wake?.();
      else this.fail(CLOSED);
    });
    return this.#until(limitMs, () => {
      if (reached !== undefined || this.#failure === null) return reached;
      if (this.#error === null) return { failure: "timeout", detail: null };
      return this.#error.code === "ECONNRESET" ? null : addressFailureOf(this.#error);
    });
  }

  /** Sends bytes given as Latin-1. On a connection that failed it does nothing: the next receive says why. */
  send(text: string): void {
    if (!this.isOpen) return;
    this.#records?.mark();
    this.#socket?.write(text, "latin1");
  }

  /**
   * Sends bytes given as Latin-1 and waits until the operating system has taken them all, which it only does where the other side
   * reads, or until the other side says something. Otherwise why neither came; gives up, and the connection with it, after `limitMs` or
   * with the deadline.
   */
  sendWhole(text: string, limitMs: number): Promise<Failure | null> {
    let isSent = false;
    if (this.isOpen) {
      this.#socket?.write(text, "latin1", (error) => {
        isSent = !error;
        this.#wake?.();
      });
    }
    return this.#until(limitMs, () => this.#failure ?? (isSent || this.hasUnread ? null : undefined));
  }

  /**
   * Hands each line to `take` until it returns something, which is then the answer. Lines that nobody took stay for the next
   * receive. Where no more lines come, the answer is the failure; `limitMs` gives up, and the connection with it, before the deadline.
   */
  receive<Taken>(take: (line: string) => Taken | undefined, limitMs: number): Promise<Taken | Failure> {
    return this.#until<Taken | Failure>(limitMs, () => {
      for (let line = this.#lines.next(); line !== null; line = this.#lines.next()) {
        const taken = typeof line === "string" ? take(line) : this.fail(line);
        if (taken !== undefined) return taken;
      }
      return this.#failure ?? undefined;
    });
  }

  /** Takes out what arrived and was not read; it must never be mistaken for an answer to what is sent next. */
  takeUnread(): string {
    return this.#lines.takeRest();
  }

  /**
   * Shakes hands for TLS on the open connection, with Server Name Indication where the host is a name. Whatever the certificate,
   * the handshake goes through: judging it is the caller's part. Gives up after `limitMs` or with the deadline.
   */
  secure(host: string, secureContext: tls.SecureContext, limitMs: number): Promise<Handshake | TlsHandshakeFailure> {
    if (this.#socket === null || this.#failure !== null) return Promise.resolve(unfinishedHandshake(this.#failure ?? CLOSED));
    const plain = this.#socket;
    const socket = startHandshake(plain, host, secureContext);
    this.#socket = socket;
    this.#listen(socket);
    // Encryption and handshakes are no data: an endless handshake ends here.
    this.#counting = setInterval(() => void (plain.bytesRead > 2 * this.#budget && this.fail(OVER_WIRE_BUDGET)), COUNT_EVERY_MS);
    socket.on("data", (bytes: Buffer) => {
      this.#records?.add(bytes.length);
      this.#read(bytes.length, bytes);
    });
    let handshake: Handshake | undefined;
    socket.on("secureConnect", () => {
      handshake = handshakeOf(socket, host, plain);
      this.#records = new RecordCount(plain, handshake.protocol, handshake.cipher);
      this.#wake?.();
    });
    return this.#until<Handshake | TlsHandshakeFailure>(limitMs, () => {
      if (this.#failure === null) return handshake;
      return this.#error === null ? unfinishedHandshake(this.#failure) : handshakeFailureOf(this.#error);
    });
  }

  /**
   * Whether the server, after its answer to what was last sent, closes its TLS as it should before it closes the connection (RFC 8446
   * section 6.1). Waits for it `limitMs` at most, and the connection ends with that. Null where it does not close in that time, where
   * there is no TLS, and where nobody can tell.
   */
  async closesTls(limitMs: number): Promise<boolean | null> {
    const records = this.#records;
    if (records === null || records.hasOnlyData === null) return null;
    if (!records.hasOnlyData) return true;
    await this.receive(() => undefined, limitMs);
    if (!records.hasOnlyData) return true;
    return this.#failure === CLOSED ? false : null;
  }

  /** Ends the connection for a reason of our own or of the reader's; the first reason is the one that stays. */
  fail(failure: Failure): Failure {
    if (this.#failure !== null) return this.#failure;
    this.#failure = failure;
    clearInterval(this.#counting);
    this.#socket?.destroy();
    this.#wake?.();
    return failure;
  }

  #listen(socket: net.Socket): void {
    socket.on("error", (error) => {
      if (this.#failure === null) this.#error = error;
      this.fail(failureOf(error));
    });
    socket.on("end", () => this.#ended(socket));
    socket.on("close", () => this.#ended(socket));
  }

  /** Under TLS it is for TLS to say when it is over. */
  #ended(socket: net.Socket): void {
    if (socket === this.#socket) this.fail(CLOSED);
  }

  #read(length: number, bytes: Uint8Array): true {
    if (this.#failure !== null) return true;
    this.#receivedBytes += length;
    this.#lines.push((bytes as Buffer).toString("latin1", 0, length));
    if (this.#receivedBytes > this.#budget) this.fail(overBudget(this.#budget));
    else this.#wake?.();
    return true; // and goes on reading
  }

  /**
   * Waits until `look` has an outcome: it looks now, and again whenever something has happened. Gives the connection up after `limitMs`
   * or with the deadline.
   */
  #until<Outcome>(limitMs: number, look: () => Outcome | undefined): Promise<Outcome> {
    return new Promise((resolve) => {
      const outcome = look();
      if (outcome !== undefined) return resolve(outcome);
      const isSooner = limitMs < this.#deadline.remainingMs();
      const timer = isSooner ? setTimeout(() => this.fail(TIMEOUT), limitMs) : undefined;
      this.#wake = () => {
        const outcome = look();
        if (outcome === undefined) return;
        this.#wake = null;
        clearTimeout(timer);
        resolve(outcome);
      };
    });
  }
}

function overBudget(bytes: number): Failure {
  return { failure: "reply-too-large", detail: `The server sent more than ${bytes / 1024} KiB.` };
}
