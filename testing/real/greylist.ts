import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** A policy that greylists: a client, sender and recipient that come together for the first time have to come again later. */
export type Greylist = {
  /** What a Postfix calls it, as in `check_policy_service`. */
  service: string;
  /** Takes those for patient who came with this sender so far. */
  letIn: (sender: string) => void;
  close: () => Promise<void>;
};

/**
 * Starts one that speaks Postfix's policy protocol (SMTPD_POLICY_README). `action` is what it answers somebody who has to wait, as in
 * access(5), such as `DEFER_IF_PERMIT 4.7.1 Greylisted`.
 */
export async function startGreylist(action: string): Promise<Greylist> {
  const sockets = new Set<Socket>();
  const waiting = new Set<string>();
  const known = new Set<string>();
  const answer = (request: Map<string, string>) => {
    const triplet = ["sender", "client_address", "recipient"].map((attribute) => request.get(attribute)).join(" ");
    if (known.has(triplet)) return "DUNNO";
    waiting.add(triplet);
    return action;
  };
  const server = createServer((socket) => {
    sockets.add(socket.once("close", () => sockets.delete(socket)).on("error", () => undefined));
    let request = new Map<string, string>();
    createInterface(socket).on("line", (line) => {
      const [name = "", value = ""] = line.split(/=(.*)/s);
      if (line !== "") return request.set(name, value);
      socket.write(`action=${answer(request)}\n\n`);
      request = new Map();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    service: `inet:127.0.0.1:${(server.address() as AddressInfo).port}`,
    letIn: (sender) => [...waiting].filter((triplet) => triplet.startsWith(`${sender} `)).forEach((triplet) => known.add(triplet)),
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
  };
}
