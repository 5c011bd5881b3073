import net from "node:net";
import type tls from "node:tls";
import { isSameAddress } from "#core/address-class.ts";
import type { Deadline } from "./deadline.ts";
import { addressFailureOf, failureOf } from "./failure.ts";
import type { AddressFailure, Failure, TlsHandshakeFailure } from "./failure.ts";
import { handshakeOf, startHandshake, type Handshake } from "./handshake.ts";
import { handshakeFailureOf, unfinishedHandshake } from "./handshake-failure.ts";
import { LineReader } from "./line-reader.ts";
import { RecordCount } from "./record-count.ts";

/** The most one connection may receive, in bytes after decryption. */
export const SESSION_BUDGET = 256 * 1024;

/** More than the dialogue of a check, less than a page: one read fills it at most once. */
const READ_BUFFER_BYTES = 4096;

const TIMEOUT: Failure = { failure: "timeout", detail: null };
const CLOSED: Failure = { failure: "closed", detail: null };
const OVER_BUDGET: Failure = { failure: "reply-too-large", detail: `The server sent more than ${SESSION_BUDGET / 1024} KiB.` };
const OVER_WIRE_BUDGET: Failure = {
  failure: "reply-too-large",
  detail: "The server sent TLS without end, and hardly any data in it.",
};

/** The most that may come over the wire for those, encryption and handshakes included: an endless handshake is no data, and ends here. */
const WIRE_BUDGET = 2 * SESSION_BUDGET;

/** How often bytes that never become data are counted, in ms. */
const COUNT_EVERY_MS = 100;

/**
 * One TCP connection, later perhaps TLS, that lines are read from. Whatever the other side does ends in a value: the first
 * failure is kept, the socket is destroyed with it, and lines that arrived before are still read first.
 */
export class Connection {
  readonly #deadline: Deadline;
  readonly #lines = new LineReader();
  #socket: net.Socket | null = null;
  #receivedBytes = 0;
  #failure: Failure | null = null;
  #error: NodeJS.ErrnoException | null = null;
  /** Looks again at what there is; whoever waits sets it. There is never more than one. */
  #wake: (() => void) | null = null;
  #counting: NodeJS.Timeout | undefined;
  #records: RecordCount | null = null;
  readonly #releaseDeadline: () => void;

  constructor(deadline: Deadline) {
    this.#deadline = deadline;
    this.#releaseDeadline = deadline.onPass(() => this.fail(TIMEOUT));
  }

  /** Still good for another command. */
  get isOpen(): boolean {
    return this.#socket !== null && this.#failure === null;
  }

  get hasSeenBareLf(): boolean {
    return this.#lines.hasSeenBareLf;
  }

  /** Whether anything arrived that nobody has read. */
  get hasUnread(): boolean {
    return this.#lines.hasUnread;
  }

  /**
   * Connects to an address literal, and checks that this is where it got to. Gives up after `limitMs` or with the deadline. A reset
   * (which a refusal is not, RFC 9293 section 3.10.7.3) means that the server had accepted: it is left for whoever reads next, so
   * that the verdict does not hang on who was quicker.
   */
  connect(address: string, port: number, limitMs: number): Promise<AddressFailure | null> {
    if (this.#failure !== null) return Promise.resolve({ failure: "timeout", detail: null });
    const onread = { buffer: Buffer.allocUnsafe(READ_BUFFER_BYTES), callback: this.#readPlain };
    const socket = net.connect({ host: address, port, noDelay: true, onread });
    this.#socket = socket;
    this.#listen(socket);
    return this.#until<AddressFailure | null>((settle) => {
      socket.once("connect", () => {
        const reached = socket.remoteAddress;
        if (reached === undefined || isSameAddress(address, reached)) settle(null);
        else settle({ failure: "blocked", detail: `reached ${reached} instead of ${address}` });
      });
      return () => {
        if (this.#failure === null) return;
        if (this.#error === null) settle({ failure: "timeout", detail: null });
        else settle(this.#error.code === "ECONNRESET" ? null : addressFailureOf(this.#error));
      };
    }, limitMs);
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
    return this.#until<Failure | null>((settle) => {
      if (this.isOpen) this.#socket?.write(text, "latin1", (error) => (error ? undefined : settle(null)));
      return () => {
        if (this.#failure !== null) settle(this.#failure);
        else if (this.hasUnread) settle(null);
      };
    }, limitMs);
  }

  /**
   * Hands each line to `take` until it returns something, which is then the answer. Lines that nobody took stay for the next
   * receive. Where no more lines come, the answer is the failure; `limitMs` gives up, and the connection with it, before the deadline.
   */
  receive<Taken>(take: (line: string) => Taken | undefined, limitMs?: number): Promise<Taken | Failure> {
    return this.#until<Taken | Failure>(
      (settle) => () => {
        for (;;) {
          const line = this.#lines.next();
          if (line === null) break;
          if (typeof line !== "string") return settle(this.fail(line));
          const taken = take(line);
          if (taken !== undefined) return settle(taken);
        }
        if (this.#failure !== null) settle(this.#failure);
      },
      limitMs,
    );
  }

  /** Takes out what arrived and was not read; it must never be mistaken for an answer to what is sent next. */
  takeUnread(): string {
    return this.#lines.takeRest();
  }

  /**
   * Shakes hands for TLS on the open connection, with Server Name Indication where the host is a name. Whatever the certificate,
   * the handshake goes through: judging it is the caller's part. Gives up after `limitMs` or with the deadline.
   */
  secure(host: string, secureContext: tls.SecureContext, limitMs?: number): Promise<Handshake | TlsHandshakeFailure> {
    if (this.#socket === null || this.#failure !== null) return Promise.resolve(unfinishedHandshake(this.#failure ?? CLOSED));
    const plain = this.#socket;
    plain.removeListener("end", this.#onEnd).removeListener("close", this.#onEnd);
    const socket = startHandshake(plain, host, secureContext);
    this.#socket = socket;
    this.#listen(socket);
    this.#counting = setInterval(() => void (plain.bytesRead > WIRE_BUDGET && this.fail(OVER_WIRE_BUDGET)), COUNT_EVERY_MS);
    socket.on("data", (bytes: Buffer) => {
      this.#records?.add(bytes.length);
      this.#push(bytes, bytes.length);
    });
    return this.#until<Handshake | TlsHandshakeFailure>((settle) => {
      socket.once("secureConnect", () => {
        const handshake = handshakeOf(socket, host, plain);
        this.#records = new RecordCount(plain, handshake.protocol, handshake.cipher);
        settle(handshake);
      });
      return () => {
        if (this.#failure === null) return;
        settle(this.#error === null ? unfinishedHandshake(this.#failure) : handshakeFailureOf(this.#error));
      };
    }, limitMs);
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
    this.#releaseDeadline();
    clearInterval(this.#counting);
    this.#socket?.destroy();
    this.#wake?.();
    return failure;
  }

  #listen(socket: net.Socket): void {
    socket.on("error", this.#onError);
    socket.on("end", this.#onEnd);
    socket.on("close", this.#onEnd);
  }

  readonly #onError = (error: NodeJS.ErrnoException): void => {
    if (this.#failure === null) this.#error = error;
    this.fail(failureOf(error));
  };

  readonly #onEnd = (): void => {
    this.fail(CLOSED);
  };

  readonly #readPlain = (length: number, buffer: Uint8Array): boolean => {
    this.#push(buffer as Buffer, length);
    return true;
  };

  #push(bytes: Buffer, length: number): void {
    if (this.#failure !== null) return;
    this.#receivedBytes += length;
    this.#lines.push(bytes.toString("latin1", 0, length));
    if (this.#receivedBytes > SESSION_BUDGET) this.fail(OVER_BUDGET);
    else this.#wake?.();
  }

  /** Waits until somebody settles: `start` gets the settling and returns what looks whether it is time to. */
  #until<Outcome>(start: (settle: (outcome: Outcome) => void) => () => void, limitMs?: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const isSooner = limitMs !== undefined && limitMs < this.#deadline.remainingMs();
      const timer = isSooner ? setTimeout(() => this.fail(TIMEOUT), limitMs) : undefined;
      const look = start((outcome) => {
        if (this.#wake === look) this.#wake = null; // whoever waits by now may be another
        clearTimeout(timer);
        resolve(outcome);
      });
      this.#wake = look;
      look();
    });
  }
}
