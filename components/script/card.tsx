import { cx } from "class-variance-authority";
import { ChevronRight, CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { FieldError } from "#components/ui/field.tsx";
import type { StepMark } from "#core/mailflow/marked-steps.ts";

type Props = {
  id: string;
  number?: number;
  title: string;
  /** What people call it, or what it is about. */
  about: string;
  isOpen: boolean;
  toggle: () => void;
  /** What became of it when the script was tried, or that it runs. */
  mark?: StepMark;
  problems: readonly string[];
  /** Where in the text it stands, where something was wrong at it. */
  writtenAt?: ReactNode;
  /** What can be done with it without opening it. */
  actions?: ReactNode;
  children: ReactNode;
};

const MARKS: Record<StepMark, { icon: typeof CircleDot; word: string; look: string; ground: string }> = {
  running: { icon: CircleDot, word: "running", look: "text-accent", ground: "border-l-accent bg-accent-soft" },
  done: { icon: CircleCheck, word: "done", look: "text-up", ground: "border-l-transparent bg-surface" },
  degraded: { icon: CircleAlert, word: "degraded", look: "text-degraded", ground: "border-l-degraded-fill bg-degraded-soft" },
  failed: { icon: CircleX, word: "failed", look: "text-down", ground: "border-l-down-fill bg-down-soft" },
  skipped: { icon: CircleDashed, word: "not done", look: "text-muted", ground: "border-l-transparent bg-surface" },
};

/** A part of a script, folded up until it is edited. Where a trial failed, and what is wrong with it, shows without opening it. */
export function Card({ id, number, title, about, isOpen, toggle, mark, problems, writtenAt, actions, children }: Props) {
  const seen = mark && MARKS[mark];
  const ground = problems.length > 0 && mark !== "failed" ? "border-l-down-fill bg-surface" : MARKS[mark ?? "skipped"].ground;
  return (
    <li data-outcome={mark} className={cx("scroll-my-6 border-l-3", ground)}>
      <div className="flex items-center gap-0.5 pr-1">
        <button
          type="button"
          id={`${id}-open`}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={toggle}
          className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-sm py-2 pl-1.5 text-left -outline-offset-2 hover:bg-sunken"
        >
          <ChevronRight aria-hidden className={cx("size-4 shrink-0 text-muted", isOpen && "rotate-90")} />
          {number !== undefined && <span className="w-5 shrink-0 text-right text-sm text-muted tabular-nums">{number}</span>}
          <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-2">
            <span className="block shrink-0 font-mono text-sm font-medium">{title}</span>
            <span className="block min-w-0 truncate text-sm text-muted">{about}</span>
          </span>
          {seen && (
            <span className={cx("flex shrink-0 items-center gap-1 text-sm", seen.look)}>
              <seen.icon aria-hidden className="size-4" />
              <span className={mark === "failed" || mark === "degraded" ? "font-medium" : "sr-only"}>{seen.word}</span>
            </span>
          )}
        </button>
        {actions}
      </div>
      {writtenAt}
      {problems.length > 0 && (
        <div className="pr-2 pb-2 pl-8">
          {problems.map((problem) => (
            <FieldError key={problem}>{problem}</FieldError>
          ))}
        </div>
      )}
      {isOpen && (
        <div id={id} className="grid gap-4 border-t border-line bg-surface p-3 sm:grid-cols-2 sm:pl-8">
          {children}
        </div>
      )}
    </li>
  );
}
