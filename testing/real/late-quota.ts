import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { Policy } from "./policy.ts";

/**
 * Starts a policy for the end of messages that asks a Dovecot's quota-status, at a Unix socket, which by itself answers for recipients only: "service can only be used for
 * recipient restrictions".
 */
export async function startLateQuota(quotaStatus: string): Promise<Policy> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const asked = connect(quotaStatus);
    for (const [one, other] of [
      [socket, asked],
      [asked, socket],
    ] as const) {
      sockets.add(one.on("error", () => undefined));
      one.once("close", () => sockets.delete(one) && other.destroy());
    }
    asked.pipe(socket);
    createInterface(socket).on("line", (line) => {
      asked.write(`${line === "protocol_state=END-OF-MESSAGE" ? "protocol_state=RCPT" : line}\n`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    service: `inet:127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
