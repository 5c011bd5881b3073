import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** A policy that a Postfix asks about each recipient. */
export type Policy = {
  /** What a Postfix calls it, as in `check_policy_service`. */
  service: string;
  close: () => Promise<void>;
};

/**
 * Starts one that speaks Postfix's policy protocol (SMTPD_POLICY_README). `answer` is given what is asked by the names of its attributes and says
 * what is to be done, as in access(5); where it says null the Postfix waits for an answer.
 */
export async function startPolicy(answer: (request: ReadonlyMap<string, string>) => string | null): Promise<Policy> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)).on("error", () => undefined));
    let request = new Map<string, string>();
    createInterface(socket).on("line", (line) => {
      const [name = "", value = ""] = line.split(/=(.*)/s);
      if (line !== "") return request.set(name, value);
      const action = answer(request);
      if (action !== null) socket.write(`action=${action}\n\n`);
      request = new Map();
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
