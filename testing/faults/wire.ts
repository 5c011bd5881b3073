import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Bytes on their way, as Latin-1. */
export type Piece = { from: "client" | "server"; text: string };

/** Looks at what goes by and says how many of its bytes go on: all of them where it says nothing. */
export type Tap = (piece: Piece) => number | void;

/** A wire to a server that can be listened to and cut. */
export type Wire = {
  /** The server's URL, by this wire. */
  url: string;
  /** Breaks every connection and takes no new one. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
};

/** Lays a wire to the server at `url`. Each connection gets a tap of its own where one is wanted. */
export async function layWire(url: string, makeTap: () => Tap = () => () => undefined): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;

  const server = createServer((client) => {
    if (isCut) return void client.resetAndDestroy();
    const onward = connect({ host: hostname, port: Number(port) });
    const tap = makeTap();
    for (const [here, there, from] of [
      [client, onward, "client"],
      [onward, client, "server"],
    ] as const) {
      sockets.add(here.setNoDelay(true));
      here.on("data", (bytes: Buffer) => {
        const passes = tap({ from, text: bytes.toString("latin1") }) ?? bytes.length;
        if (passes > 0 && !there.destroyed) there.write(bytes.subarray(0, passes));
      });
      here.on("error", () => there.destroy());
      here.on("end", () => there.end()); // what is on its way still arrives
      here.on("close", () => sockets.delete(here));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: through.href,
    cut,
    mend: () => void (isCut = false),
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
