import { cva } from "class-variance-authority";
import { CircleAlert, CircleCheck, CircleX, Info } from "lucide-react";
import type { ReactNode } from "react";

const LOOKS = {
  info: { icon: Info, role: "status" },
  success: { icon: CircleCheck, role: "status" },
  warning: { icon: CircleAlert, role: "status" },
  error: { icon: CircleX, role: "alert" },
} as const;

const box = cva("flex items-start gap-2.5 rounded-md border p-3", {
  variants: {
    tone: {
      info: "border-line bg-sunken text-text",
      success: "border-up-fill bg-up-soft text-text",
      warning: "border-degraded-fill bg-degraded-soft text-text",
      error: "border-down-fill bg-down-soft text-text",
    },
  },
});

const mark = cva("mt-0.5 size-4.5 shrink-0", {
  variants: { tone: { info: "text-muted", success: "text-up", warning: "text-degraded", error: "text-down" } },
});

type Props = { tone?: keyof typeof LOOKS; title?: string; children?: ReactNode };

/** A sentence about the whole form or page, read out when it appears. */
export function Alert({ tone = "info", title, children }: Props) {
  const { icon: Icon, role } = LOOKS[tone];
  return (
    <div role={role} className={box({ tone })}>
      <Icon aria-hidden className={mark({ tone })} />
      <div className="min-w-0 wrap-anywhere">
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
