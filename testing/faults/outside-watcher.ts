import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Somebody outside who is asked for a URL now and then, and alarms where that stops. Instants are of performance.now(). */
export type OutsideWatcher = {
  url: string;
  /** Waits for the next sign of life, and returns when it came. */
  nextSign(withinMs: number): Promise<number>;
  /** Waits until nothing was heard for so long, and returns when that was. */
  untilSilentFor(silentMs: number, withinMs: number): Promise<number>;
  close(): Promise<void>;
};

const LOOK_EVERY_MS = 50;

/** Starts one on loopback. */
export async function startOutsideWatcher(): Promise<OutsideWatcher> {
  let heardAt = performance.now();
  const server = createServer((_request, response) => {
    heardAt = performance.now();
    response.writeHead(200, { "Content-Type": "text/plain" }).end("OK");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/signs/of-life`,
    async nextSign(withinMs) {
      const before = heardAt;
      await until(() => heardAt > before, withinMs, "a sign of life");
      return heardAt;
    },
    async untilSilentFor(silentMs, withinMs) {
      await until(() => performance.now() - heardAt > silentMs, withinMs, "silence");
      return performance.now();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function until(isSo: () => boolean, withinMs: number, what: string): Promise<void> {
  const endsAt = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > endsAt) throw new Error(`The outside watcher did not see ${what} within ${withinMs} ms.`);
    await sleep(LOOK_EVERY_MS);
  }
}
