import { CircleAlert, CircleDashed, X, type LucideIcon } from "lucide-react";
import type { Status } from "#core/check/status.ts";

export type FailedLook = {
  icon: LucideIcon;
  label: string;
  words: string;
  text: string;
  fill: string;
  outline: string;
  row: string;
};

/** How the stage and the line look at which a check was not up, by what it was instead. */
const FAILED_LOOKS: Record<Exclude<Status, "up">, FailedLook> = {
  down: {
    icon: X,
    label: "failed",
    words: "failed here",
    text: "text-down",
    fill: "var(--down-fill)",
    outline: "outline-down-fill",
    row: "border-down-fill bg-down-soft target:bg-down-soft",
  },
  degraded: {
    icon: CircleAlert,
    label: "degraded",
    words: "degraded here",
    text: "text-degraded",
    fill: "var(--degraded-fill)",
    outline: "outline-degraded-fill",
    row: "border-degraded-fill bg-degraded-soft target:bg-degraded-soft",
  },
  unknown: {
    icon: CircleDashed,
    label: "not known",
    words: "not known from here on",
    text: "text-unknown",
    fill: "var(--unknown-fill)",
    outline: "outline-unknown-fill",
    row: "border-unknown-fill bg-unknown-soft target:bg-unknown-soft",
  },
};

/** A check whose status is not known to be anything else has failed. */
export function failedLook(status: Status | null | undefined): FailedLook {
  return FAILED_LOOKS[status === "degraded" || status === "unknown" ? status : "down"];
}
