import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";

/**
 * A port of loopback, this one or any, that refuses every connection for as long as it is held: it is our own end of a connection, so that
 * nobody else is given it, and nobody listens at it. Holding it keeps no process alive.
 */
export async function holdClosedPort({ host = "127.0.0.1", port = 0 } = {}): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer();
  server.listen(0, host);
  await once(server, "listening");
  const held = connect({ host, port: (server.address() as AddressInfo).port, localAddress: host, localPort: port });
  const [[other]] = await Promise.all([once(server, "connection"), once(held, "connect")]).catch((error: unknown) => {
    server.close();
    throw error;
  });
  for (const handle of [server, held, other]) handle.unref();
  return {
    port: held.localPort!,
    close: async () => {
      held.destroy();
      other.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
