import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

/** A port where nobody gets in any more: the system throws away every SYN, as a firewall that drops does. */
export type FullBacklog = { port: number; close(): Promise<void> };

/** Listens, and then stands still for good, so that no connection is ever taken out of the queue. */
const LISTENER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const server = require("node:net").createServer();
  server.listen({ host: workerData.host, port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(workerData.release, 0, 0);
    process.exit();
  });
`;

/** Loopback accepts in less than a ms while there is room. */
const FULL_AFTER_MS = 200;
const MOST_WAITING = 20;

/** Takes a free port of 127.0.0.1, or of another address of this machine or of all, and fills its queue. */
export async function fillBacklog(host = "127.0.0.1"): Promise<FullBacklog> {
  const release = new Int32Array(new SharedArrayBuffer(4));
  const listener = new Worker(LISTENER, { eval: true, workerData: { host, release } });
  const [port] = (await once(listener, "message")) as [number];
  const waiting: Socket[] = [];
  const close = async () => {
    waiting.forEach((socket) => socket.destroy());
    const ended = once(listener, "exit");
    Atomics.store(release, 0, 1);
    Atomics.notify(release, 0);
    await ended;
  };
  while (await hasRoom(port, waiting)) {
    if (waiting.length < MOST_WAITING) continue;
    await close();
    throw new Error("This system takes in more connections than it was told to.");
  }
  return { port, close };
}

function hasRoom(port: number, waiting: Socket[]): Promise<boolean> {
  const socket = connect({ host: "127.0.0.1", port });
  waiting.push(socket.on("error", () => undefined));
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), FULL_AFTER_MS);
    socket.once("connect", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
