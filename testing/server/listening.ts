import { once } from "node:events";
import net from "node:net";
import { onTestFinished } from "vitest";

/** Listens at a free port until the test is over, and then ends every connection there is; outside a test, until the process is. */
export async function listening<Server extends net.Server>(server: Server, host = "127.0.0.1"): Promise<Server & { port: number }> {
  const sockets = new Set<net.Socket>();
  server.on("connection", (socket: net.Socket) => sockets.add(socket.on("close", () => sockets.delete(socket))));
  server.listen(0, host);
  await once(server, "listening");
  const isTest = process.env.VITEST !== undefined;
  if (isTest)
    onTestFinished(async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, "close");
    });
  return Object.assign(server, { port: (server.address() as net.AddressInfo).port });
}

/** A server that reads one request and says these bytes. */
export async function saying(...pieces: string[]): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => pieces.forEach((piece) => socket.write(piece, "latin1")));
  });
  return (await listening(server)).port;
}
