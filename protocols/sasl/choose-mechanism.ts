import type { Mechanism } from "#core/monitor/login.ts";
import { isOffered } from "../offered.ts";

/** A mechanism by its own name. */
export type MechanismName = Exclude<Mechanism, "best">;

/** For a password, the strongest first: one that does not show it, then one that proves itself less, then in the open. */
const BY_STRENGTH: readonly MechanismName[] = ["SCRAM-SHA-256", "CRAM-MD5", "PLAIN", "LOGIN"];

/**
 * The mechanism that is wanted, or the strongest where that is left to us; null where it is not among those that the capabilities offer by
 * this keyword (`AUTH` in RFC 4954 section 3 and RFC 9051 section 7.2.1, `SASL` in RFC 5034 section 3).
 */
export function chooseMechanism(
  wanted: Mechanism,
  capabilities: readonly string[],
  keyword: "AUTH" | "SASL",
): MechanismName | null {
  const wished = wanted === "best" ? BY_STRENGTH : [wanted];
  return wished.find((name) => isOffered(capabilities, `${keyword} ${name}`)) ?? null;
}
