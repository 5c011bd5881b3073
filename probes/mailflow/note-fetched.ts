import { readArrival } from "./read-arrival.ts";
import type { Running } from "./running.ts";

/** Looking records up is no part of what is measured: it has so long at most, in ms. */
const LOOKING_UP_MS = 5_000;

/** The message is here, as Latin-1: reads what became of it. `sizeBytes` is what its server says of its size. */
export async function noteFetched(running: Running, raw: string, sizeBytes: number | null): Promise<void> {
  const { found, sent, options } = running;
  if (found === null) return;
  Object.assign(found, { raw, sizeBytes: sizeBytes ?? raw.length });
  const { dnsServers, secondDnsServers, allowPrivate } = options;
  const limitMs = Math.max(1, Math.min(LOOKING_UP_MS, running.leftMs()));
  try {
    running.message = await readArrival(
      { ...found, raw },
      sent ?? { text: raw, sender: "", at: found.arrivedAt },
      { dnsServers, secondDnsServers, allowPrivate, limitMs },
      (text) => running.first.secrets.takenOutOf(text),
    );
  } catch (error) {
    // Anybody may have written anything into it: that it arrived counts all the same.
    const why = running.first.secrets.takenOutOf((error as Error).message);
    running.first.warn(`The message arrived, but could not be read: ${why}`.slice(0, 200));
  }
}
