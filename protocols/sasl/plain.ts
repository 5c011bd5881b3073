import type { Mechanism } from "./mechanism.ts";

/** PLAIN (RFC 4616): all in one, so that only encryption protects it. */
export function plain(username: string, password: string): Mechanism {
  return { hasInitial: true, steps: [() => ({ say: `\0${username}\0${password}` })] };
}
