import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something is so, asking again and again; throws with what was last seen where it is not within `withinMs`. */
export async function untilSo<T>(see: () => Promise<T> | T, isSo: (seen: T) => boolean, withinMs: number): Promise<T> {
  for (const end = Date.now() + withinMs; ; await sleep(50)) {
    const seen = await see();
    if (isSo(seen)) return seen;
    if (Date.now() > end) throw new Error(`Not so within ${withinMs} ms: ${JSON.stringify(seen)}`);
  }
}
