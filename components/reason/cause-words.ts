import type { Diagnosis } from "#core/diagnosis/diagnosis.ts";

/** Where a reason most likely comes from, as people are told. */
export const CAUSE_WORDS: Record<Diagnosis["cause"], string> = {
  network: "The network",
  resources: "The server's resources",
  configuration: "Configuration",
  blocklisting: "A blocklist or policy",
  ours: "Our own side",
};
