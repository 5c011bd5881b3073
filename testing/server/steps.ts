import { Surprise } from "./client-errors.ts";
import type { Player, TlsSettings } from "./player.ts";

/** One thing the played server does. A dialogue is a list of them, played from the start for each connection. */
export type Step = (player: Player) => Promise<void> | void;
export type Dialogue = readonly Step[];

/** Sends bytes, given as Latin-1, in one piece. */
export const send =
  (text: string | Buffer): Step =>
  (player) =>
    player.send(text);

/** Sends text in pieces of so many bytes, one each `everyMs`. */
export const sendInPieces =
  (text: string, bytes: number, everyMs: number): Step =>
  async (player) => {
    for (let at = 0; at < text.length; at += bytes) {
      player.send(text.slice(at, at + bytes));
      await player.wait(everyMs);
    }
  };

/** Sends the same again and again, one each `everyMs`, until the client leaves. */
export const repeat =
  (text: string, everyMs: number): Step =>
  async (player) => {
    for (;;) {
      player.send(text);
      await player.wait(everyMs);
    }
  };

/** Sends the same again and again, as fast as the client takes it. */
export const flood =
  (text: string): Step =>
  (player) =>
    player.flood(text);

/** Waits for the client's next line, which has to look like this. */
export const expect =
  (pattern: RegExp): Step =>
  async (player) => {
    const line = await player.line();
    if (!pattern.test(line)) throw new Surprise(`The client said "${line}" where ${pattern} was expected.`, line);
  };

/** Waits until the client sends something, whatever it is: the first bytes of a handshake. */
export const heard: Step = async (player) => {
  while (player.unread === "") await player.wait(5);
};

/** Waits, during which the client has to be silent. */
export const quiet =
  (ms: number): Step =>
  async (player) => {
    await player.wait(ms);
    if (player.unread !== "") throw new Surprise(`The client said "${player.unread}" before its turn.`);
  };

/** Reads so many bytes at a time from now on, or none. */
export const sip =
  (bytes: number, everyMs: number): Step =>
  (player) =>
    player.sip(bytes, everyMs);

/** Shakes hands for TLS, as the server. */
export const startTls =
  (settings: TlsSettings): Step =>
  (player) =>
    player.startTls(settings);

/** Asks for another handshake in the TLS there is. */
export const renegotiate: Step = (player) => player.renegotiate();

/** Says nothing more, and stays until the client leaves. */
export const hold: Step = (player) => player.gone();

/** Closes the connection in order: first the TLS in it, where there is any (close_notify), then TCP (FIN). */
export const close: Step = (player) => player.end();

/** Closes the connection (FIN) and leaves the TLS in it open, once what was sent is on its way. */
export const closeWithoutTls: Step = async (player) => {
  await player.sent();
  player.destroy();
};

/**
 * Breaks the connection off (RST). To a client that has not read what was sent before, it looks like a close: libuv calls it an end where
 * bytes and the reset come in one poll. So wait before it.
 */
export const reset: Step = (player) => player.reset();
