import type { Mechanism } from "#core/login.ts";
import { isOffered } from "../capabilities.ts";

/** A mechanism by its own name. */
export type MechanismName = Exclude<Mechanism, "best">;

/** For a password, the strongest first: one that does not show it, then one that proves itself less, then in the open. */
const BY_STRENGTH: readonly MechanismName[] = ["SCRAM-SHA-256", "CRAM-MD5", "PLAIN", "LOGIN"];

/** The mechanism that is wanted, or the strongest where that is left to us; null where EHLO does not offer it (RFC 4954 section 3). */
export function chooseMechanism(wanted: Mechanism, capabilities: readonly string[]): MechanismName | null {
  const wished = wanted === "best" ? BY_STRENGTH : [wanted];
  return wished.find((name) => isOffered(capabilities, `AUTH ${name}`)) ?? null;
}
