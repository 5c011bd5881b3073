import { cx } from "class-variance-authority";
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, CircleX, Wrench, type LucideIcon } from "lucide-react";
import type { HealthStatus } from "#core/check/status.ts";

type Looks = { word: string; icon: LucideIcon; text: string };

/** How each status looks: an icon and a word of its own besides its colour. */
export const STATUS_LOOKS = {
  up: { word: "Up", icon: CircleCheck, text: "text-up" },
  degraded: { word: "Degraded", icon: CircleAlert, text: "text-degraded" },
  down: { word: "Down", icon: CircleX, text: "text-down" },
  unknown: { word: "Unknown", icon: CircleDashed, text: "text-unknown" },
  paused: { word: "Paused", icon: CirclePause, text: "text-paused" },
  maintenance: { word: "Maintenance", icon: Wrench, text: "text-maintenance" },
} as const satisfies Record<HealthStatus, Looks>;

/** Where the icon of a status is (./status-icons.tsx). */
export function statusIconId(status: HealthStatus): string {
  return `status-${status}`;
}

type Props = { status: HealthStatus; withWord?: boolean; size?: "sm" | "md" | "lg"; className?: string };

/** A status as icon and word. Without the word it is still read out and shown on hover. */
export function StatusMark({ status, withWord = true, size = "md", className }: Props) {
  const { word, text } = STATUS_LOOKS[status];
  const iconSize = { sm: "size-4", md: "size-4.5", lg: "size-6" }[size];
  return (
    <span className={cx("inline-flex items-center gap-1.5 font-medium", text, className)} title={withWord ? undefined : word}>
      <svg aria-hidden className={cx("shrink-0", iconSize)}>
        <use href={`#${statusIconId(status)}`} />
      </svg>
      <span className={withWord ? undefined : "sr-only"}>{word}</span>
    </span>
  );
}
