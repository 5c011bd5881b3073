import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** Waits until a server on a port of 127.0.0.1 greets with a 220, and leaves it with a QUIT. */
export async function untilGreeted(port: number, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const greeting = await readGreeting(port, deadline - Date.now());
    if (greeting.startsWith("220")) return;
    if (Date.now() > deadline) throw new Error(`No greeting on port ${port} within ${withinMs} ms; the last try saw "${greeting}"`);
    await sleep(50);
  }
}

/** The first bytes a server sends, or what went wrong instead. */
function readGreeting(port: number, withinMs: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const finish = (said: string) => {
      resolve(said);
      socket.destroy();
    };
    socket.setTimeout(Math.max(1, withinMs), () => finish("nothing"));
    socket.once("error", (error) => finish(error.message));
    socket.once("data", (bytes) => {
      resolve(bytes.toString("latin1"));
      socket.end("QUIT\r\n");
      socket.resume();
    });
  });
}
