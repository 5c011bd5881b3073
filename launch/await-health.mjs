import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { CalledOff } from "./complaint.mjs";

const ASK_EVERY_MS = 100;

/**
 * Waits until `/api/health` answers that all is well. False where it does not within the time.
 * @param {{ host: string, port: number, withinMs: number, signal: AbortSignal }} where
 */
export async function awaitHealth({ host, port, withinMs, signal }) {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (signal.aborted) throw new CalledOff();
    if ((await statusOf(host, port)) === 200) return true;
    await sleep(ASK_EVERY_MS);
  }
  return false;
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number | null>} null where nobody answers yet
 */
function statusOf(host, port) {
  const address = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return new Promise((resolve) => {
    const request = get({ host: address, port, path: "/api/health", timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(null));
  });
}
