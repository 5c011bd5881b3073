import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ClientLeft, Player, Surprise } from "./player.ts";
import type { Dialogue, Step } from "./steps.ts";

/** A server that plays one dialogue to everybody who connects, over real sockets on loopback. */
export type PlayedServer = {
  port: number;
  /** The address each client reached it at, in the order they came. */
  reached(): string[];
  /** What each client sent so far, in the order they came. */
  received(): string[];
  /** How many clients are connected now. */
  connected(): number;
  /** Whether every client has left within this many ms. */
  left(withinMs: number): Promise<boolean>;
  /** Ends it. Rejects where a client did what the dialogue does not have. */
  close(): Promise<void>;
};

/** `patience` is how many lines that its dialogue does not have a server takes or refuses before it throws their client out. */
export type PlayOptions = { host?: string; port?: number; patience?: number };

/** Plays at 127.0.0.1 and any free port, or where it is told to. */
export async function play(
  dialogue: Dialogue,
  { host = "127.0.0.1", port = 0, patience = 0 }: PlayOptions = {},
): Promise<PlayedServer> {
  const players: Player[] = [];
  const reached: string[] = [];
  const surprises: Surprise[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    const player = new Player(socket);
    players.push(player);
    reached.push((socket.localAddress ?? "").replace(/^::ffff:/, ""));
    void playTo(player, dialogue, patience).then((surprise) => surprise !== null && surprises.push(surprise));
  });
  const connected = () => players.filter((player) => !player.hasLeft);
  server.listen(port, host);
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    reached: () => [...reached],
    received: () => players.map((player) => player.received),
    connected: () => connected().length,
    left: async (withinMs) => {
      const leaving = Promise.all(connected().map((player) => player.gone()));
      await Promise.race([leaving, sleep(withinMs, undefined, { ref: false })]);
      return connected().length === 0;
    },
    close: async () => {
      connected().forEach((player) => player.destroy());
      server.close();
      await once(server, "close");
      if (surprises[0] !== undefined) throw surprises[0];
    },
  };
}

/** Plays to one client, and stays after the last step until the client leaves. */
async function playTo(player: Player, dialogue: Dialogue, patience: number): Promise<Surprise | null> {
  let left = patience;
  try {
    for (const step of dialogue) left = await takeStep(step, player, left);
    await player.gone();
    return null;
  } catch (error) {
    if (error instanceof ClientLeft) return null;
    player.destroy();
    if (error instanceof Surprise) return error;
    throw error;
  }
}

/**
 * Takes a step, again and again while the client does something else and there is patience: HELO is taken for EHLO, and the rest refused.
 * Returns how much patience is left.
 */
async function takeStep(step: Step, player: Player, patience: number): Promise<number> {
  for (let left = patience; ; left -= 1) {
    try {
      await step(player);
      return left;
    } catch (error) {
      if (!(error instanceof Surprise) || left === 0) throw error;
      if (error.line?.startsWith("HELO ")) player.sayAgain(error.line.replace("HELO", "EHLO"));
      else player.send("502 5.5.1 Not now\r\n");
    }
  }
}
