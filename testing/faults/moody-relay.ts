import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export const TROUBLES = ["421", "a byte a second", "away"] as const;
/** What ails a relay. */
export type Mood = (typeof TROUBLES)[number] | "well";

/** A relay in front of a mail server, in one mood or another. */
export async function playRelay(world: { mood: Mood }, port: number): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on("error", () => client.destroy()).on("close", () => sockets.delete(client));
    if (world.mood === "away") return void client.resetAndDestroy();
    if (world.mood === "421") return void client.end("421 4.3.2 Service not available\r\n");
    if (world.mood === "a byte a second") {
      const timer = setInterval(() => client.write("2"), 1_000);
      client.on("close", () => clearInterval(timer));
      return;
    }
    const onward = connect({ host: "127.0.0.1", port });
    onward.on("error", () => client.destroy());
    client.pipe(onward).pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}
