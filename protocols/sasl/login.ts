import type { Mechanism } from "./mechanism.ts";

/** LOGIN (draft-murchison-sasl-login): asked for the name and then for the password, in whatever words. */
export function login(username: string, password: string): Mechanism {
  return { hasInitial: false, steps: [() => ({ say: username }), () => ({ say: password })] };
}
