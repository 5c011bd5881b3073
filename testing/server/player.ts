import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createSecureContext, TLSSocket, type SecureContextOptions } from "node:tls";
import type { Certificate } from "#testing/certificates.ts";
import { ClientLeft } from "./client-errors.ts";

/** What a server shakes hands with: its certificate and, where they are not the usual ones, versions, ciphers and Diffie-Hellman groups. */
export type TlsSettings = Certificate & Pick<SecureContextOptions, "minVersion" | "maxVersion" | "ciphers" | "dhparam">;

/** The server's side of one connection, as the steps of a dialogue see it. */
export class Player {
  /** Everything the client sent, in the clear or decrypted, as Latin-1. */
  received = "";
  readonly #wire: Socket;
  #socket: Socket;
  #read = 0;
  #saidAgain: string | null = null;
  #hasLeft = false;
  #wakers: (() => void)[] = [];

  constructor(socket: Socket) {
    this.#wire = socket;
    this.#socket = socket;
    this.#listen(socket);
  }

  send(bytes: string | Buffer): void {
    if (this.#hasLeft) throw new ClientLeft();
    this.#socket.write(bytes, "latin1");
  }

  /** Waits until all that was sent is on its way. */
  sent(): Promise<void> {
    return new Promise((resolve) => this.#socket.write("", () => resolve()));
  }

  /** Sends bytes past the TLS there is, as they are. */
  sendUnderTls(bytes: string): void {
    this.#wire.write(bytes, "latin1");
  }

  /** Sends as fast as the client takes it, until it leaves. */
  async flood(text: string): Promise<void> {
    for (;;) {
      this.send(text.repeat(Math.ceil(16_384 / text.length)));
      while (this.#socket.writableNeedDrain && !this.#hasLeft) await this.#change();
    }
  }

  /** The next line of the client, without its line end. */
  async line(): Promise<string> {
    const again = this.#saidAgain;
    this.#saidAgain = null;
    if (again !== null) return again;
    for (;;) {
      const end = this.received.indexOf("\r\n", this.#read);
      if (end !== -1) {
        const line = this.received.slice(this.#read, end);
        this.#read = end + 2;
        return line;
      }
      if (this.#hasLeft) throw new ClientLeft();
      await this.#change();
    }
  }

  /** The next line is this one, whatever the client says. */
  sayAgain(line: string): void {
    this.#saidAgain = line;
  }

  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  /** What the client sent and no step has read. */
  get unread(): string {
    return this.received.slice(this.#read);
  }

  async wait(ms: number): Promise<void> {
    await Promise.race([sleep(ms, undefined, { ref: false }), this.gone()]);
    if (this.#hasLeft) throw new ClientLeft();
  }

  async gone(): Promise<void> {
    while (!this.#hasLeft) await this.#change();
  }

  async startTls(settings: TlsSettings): Promise<void> {
    this.#socket.removeAllListeners("data");
    const secured = new TLSSocket(this.#socket, { isServer: true, secureContext: createSecureContext(settings) });
    this.#socket = secured;
    this.#listen(secured);
    const shaken = new Promise((resolve) => secured.once("secure", resolve));
    await Promise.race([shaken, this.gone()]);
    if (this.#hasLeft) throw new ClientLeft();
  }

  /** Reads no more than this from now on, so that what the client sends fills all buffers and its window closes. */
  async sip(bytes: number, everyMs: number): Promise<void> {
    this.#socket.pause();
    for (;;) {
      await this.wait(everyMs);
      if (bytes > 0) this.#socket.read(bytes);
    }
  }

  /** Asks for another handshake in the TLS there is, as TLS 1.2 allows. */
  renegotiate(): void {
    (this.#socket as TLSSocket).renegotiate({}, undefined!); // each callback would be one more listener
  }

  end(): void {
    this.#socket.end();
  }

  /** Breaks the connection itself off, whatever goes through it: only TCP can reset. */
  reset(): void {
    // libuv resets no connection that is being shut down, and Node would never close it then
    if (this.#wire.writableEnded || this.#socket.writableEnded) this.#wire.destroy();
    else this.#wire.resetAndDestroy();
  }

  /** Closes the connection, whatever goes through it: TLS stays open. */
  destroy(): void {
    this.#socket.destroy();
  }

  #listen(socket: Socket): void {
    const leave = () => {
      this.#hasLeft = true;
      this.#wake();
    };
    socket.on("data", (bytes: Buffer) => {
      this.received += bytes.toString("latin1");
      this.#wake();
    });
    socket.on("drain", () => this.#wake());
    socket.on("error", leave); // a client that resets has left, too
    socket.on("close", leave);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wakers.push(resolve));
  }

  #wake(): void {
    this.#wakers.splice(0).forEach((resolve) => resolve());
  }
}
