import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";

/**
 * A port of loopback that refuses every connection for as long as it is held: it is our own end of a connection, so that nobody else can
 * be given it, and nobody listens at it.
 */
export async function holdClosedPort(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const held = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [[other]] = await Promise.all([once(server, "connection"), once(held, "connect")]);
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
