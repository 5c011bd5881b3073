import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Surprise } from "./client-errors.ts";
import { holdClosedPort } from "./closed-port.ts";
import { playTo } from "./play-to.ts";
import { Player } from "./player.ts";
import type { Dialogue } from "./steps.ts";

/** A server that plays a dialogue to everybody who connects, over real sockets on loopback. */
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
  /**
   * Ends it. Its port refuses everybody until this process has ended, so that whoever still comes here meets nobody else. Rejects where a
   * client did what the dialogue does not have.
   */
  close(): Promise<void>;
};

/** `patience` is how many lines that its dialogue does not have a server takes or refuses before it throws their client out. */
export type PlayOptions = { host?: string; port?: number; patience?: number };

/** Plays one dialogue to everybody, or to each the one there is for them, at 127.0.0.1 and any free port, or where it is told to. */
export async function play(
  dialogue: Dialogue | (() => Dialogue),
  { host = "127.0.0.1", port = 0, patience = 0 }: PlayOptions = {},
): Promise<PlayedServer> {
  const next = typeof dialogue === "function" ? dialogue : () => dialogue;
  const clients: { readonly received: string }[] = [];
  const players = new Set<Player>();
  const reached: string[] = [];
  const surprises: Surprise[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    const player = new Player(socket);
    const place = clients.push(player) - 1;
    players.add(player);
    reached.push((socket.localAddress ?? "").replace(/^::ffff:/, ""));
    void playTo(player, next(), patience).then((surprise) => surprise !== null && surprises.push(surprise));
    void player.gone().then(() => {
      players.delete(player);
      clients[place] = { received: player.received }; // a hundred thousand of them are no hundred thousand sockets
    });
  });
  const connected = () => [...players].filter((player) => !player.hasLeft);
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address() as AddressInfo;

  return {
    port: address.port,
    reached: () => [...reached],
    received: () => clients.map((client) => client.received),
    connected: () => connected().length,
    left: async (withinMs) => {
      const leaving = Promise.all(connected().map((player) => player.gone()));
      await Promise.race([leaving, sleep(withinMs, undefined, { ref: false })]);
      return connected().length === 0;
    },
    close: async () => {
      connected().forEach((player) => player.destroy());
      server.close();
      await Promise.all([once(server, "close"), keepClosed(address)]);
      if (surprises[0] !== undefined) throw surprises[0];
    },
  };
}

/** Keeps a port that was just closed from everybody else, for as long as this process lives. */
async function keepClosed({ address: host, port }: AddressInfo): Promise<void> {
  await holdClosedPort({ host, port }).catch(() => undefined); // somebody was given it in that very instant, and has it
}
