import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** What the clients of a server did, counted for each address it was reached at. */
export type Manners = {
  connections: number;
  /** Connections that came while another one to the same address was open. */
  overlaps: number;
  /** The most connections to one address in any minute. */
  mostInAMinute: number;
  /** Every line a client said that is not among these was bad manners: EHLO with this name, QUIT. */
  strangeLines: string[];
  /** Connections that did not end with QUIT. */
  withoutQuit: number;
};

export type MannersServer = { port: number; manners(): Manners; close(): Promise<void> };

/** A mail server at every address of 127.0.0.0/8 that watches how its clients behave. It takes its time, so that haste would be seen. */
export async function startMannersServer(ehloName: string, answersAfterMs: number): Promise<MannersServer> {
  const open = new Map<string, number>();
  const arrivals = new Map<string, number[]>();
  const strangeLines: string[] = [];
  const sockets = new Set<Socket>();
  let overlaps = 0;
  let connections = 0;
  let withoutQuit = 0;

  const server = createServer((socket) => {
    const address = socket.localAddress ?? "";
    connections++;
    sockets.add(socket);
    arrivals.set(address, [...(arrivals.get(address) ?? []), performance.now()]);
    if ((open.get(address) ?? 0) > 0) overlaps++;
    open.set(address, (open.get(address) ?? 0) + 1);

    let isOver = false;
    const leave = () => {
      if (!isOver) open.set(address, open.get(address)! - 1);
      isOver = true;
    };
    let heard = "";
    let hasQuit = false;
    const say = (text: string) => setTimeout(() => socket.writable && socket.write(text), answersAfterMs);
    say("220 mx.example ready\r\n");
    socket.setEncoding("latin1").on("data", (text: string) => {
      heard += text;
      for (let end = heard.indexOf("\r\n"); end !== -1; end = heard.indexOf("\r\n")) {
        const line = heard.slice(0, end);
        heard = heard.slice(end + 2);
        if (line === `EHLO ${ehloName}`) say("250 mx.example\r\n");
        else if (line === "QUIT") {
          hasQuit = true;
          leave();
          socket.end("221 bye\r\n");
        } else strangeLines.push(line);
      }
    });
    socket.on("end", leave).on("error", leave);
    socket.on("close", () => {
      leave();
      sockets.delete(socket);
      if (!hasQuit) withoutQuit++;
    });
  });
  server.listen(0, "0.0.0.0");
  await once(server, "listening");

  return {
    port: (server.address() as { port: number }).port,
    manners: () => ({
      connections,
      overlaps,
      mostInAMinute: Math.max(...[...arrivals.values()].map(mostInAMinute)),
      strangeLines,
      withoutQuit,
    }),
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, "close");
    },
  };
}

function mostInAMinute(arrivals: number[]): number {
  return Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 60_000).length));
}
