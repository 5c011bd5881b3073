import type { Urgency } from "#core/change/certificate-left.ts";

/** How what is left of a certificate looks, the nearer its end the louder. */
export const URGENCY_LOOKS: Record<Urgency, string> = {
  none: "",
  soon: "font-medium",
  near: "font-semibold text-degraded",
  over: "font-semibold text-down",
};
