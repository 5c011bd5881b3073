import { CircleCheck, CircleX, Clock } from "lucide-react";
import { DELIVERY_WORDS, type DeliveryStatus } from "#core/delivery-words.ts";

const LOOKS = {
  good: { icon: CircleCheck, text: "text-up" },
  bad: { icon: CircleX, text: "text-down" },
  muted: { icon: Clock, text: "text-muted" },
} as const;

/** How far a delivery is, as icon and word. */
export function DeliveryOutcome({ status }: { status: DeliveryStatus }) {
  const { word, tone } = DELIVERY_WORDS[status];
  const { icon: Icon, text } = LOOKS[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${text}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  );
}
