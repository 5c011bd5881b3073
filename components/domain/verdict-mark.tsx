import { cx } from "class-variance-authority";
import { CircleAlert, CircleCheck, CircleDashed, CircleX, Info, type LucideIcon } from "lucide-react";
import type { Verdict } from "#core/posture/words/words.ts";

/** How each verdict looks: an icon and a word of its own besides its colour. */
const VERDICT_LOOKS: Record<Verdict, { word: string; icon: LucideIcon; text: string }> = {
  wrong: { word: "Wrong", icon: CircleX, text: "text-down" },
  weak: { word: "Weak", icon: CircleAlert, text: "text-degraded" },
  unknown: { word: "Unknown", icon: CircleDashed, text: "text-unknown" },
  note: { word: "Note", icon: Info, text: "text-maintenance" },
  good: { word: "Good", icon: CircleCheck, text: "text-up" },
};

/** A verdict as icon and word. */
export function VerdictMark({ verdict, className }: { verdict: Verdict; className?: string }) {
  const { word, icon: Icon, text } = VERDICT_LOOKS[verdict];
  return (
    <span className={cx("inline-flex items-center gap-1.5 font-medium", text, className)}>
      <Icon aria-hidden className="size-4.5 shrink-0" />
      {word}
    </span>
  );
}
