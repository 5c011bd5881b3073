import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const WITHIN_MS = 20_000;

/** Waits until a server has opened its ports at an address. It opens them all at once, so one of them tells. */
export async function untilOpen(address: string, ports: Readonly<Record<string, number>>): Promise<void> {
  const [port = 0] = Object.values(ports);
  for (const end = Date.now() + WITHIN_MS; ; await sleep(20)) {
    const socket = connect(port, address);
    const failure = await once(socket, "connect").then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code,
    );
    socket.destroy();
    if (failure === null) return;
    if (Date.now() > end) throw new Error(`Port ${port} of ${address} did not open within ${WITHIN_MS} ms: ${failure}`);
  }
}
