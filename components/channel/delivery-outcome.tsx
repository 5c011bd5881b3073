import { CircleCheck, CircleX, Clock } from "lucide-react";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { deliveryWords, type DeliveryStatus } from "#core/message/delivery-words.ts";

const LOOKS = {
  good: { icon: CircleCheck, text: "text-up" },
  bad: { icon: CircleX, text: "text-down" },
  muted: { icon: Clock, text: "text-muted" },
} as const;

/** How far a delivery is, as icon and word. */
export function DeliveryOutcome({ status, report }: { status: DeliveryStatus; report: DeliveryReport | null }) {
  const { word, tone } = deliveryWords(status, report);
  const { icon: Icon, text } = LOOKS[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${text}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  );
}
