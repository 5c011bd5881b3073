import { cx } from "class-variance-authority";
import { CircleAlert, CircleCheck, CircleDashed, CircleX, Clock, type LucideIcon } from "lucide-react";
import type { Weight } from "#core/blocklist/dns-list.ts";
import type { ListingRow } from "#core/blocklist/listing-view.ts";

type Looks = { word: string; icon: LucideIcon; text: string };

const LISTED: Record<Weight, Looks> = {
  heavy: { word: "Listed", icon: CircleX, text: "text-down" },
  medium: { word: "Listed", icon: CircleAlert, text: "text-degraded" },
  light: { word: "Listed", icon: CircleAlert, text: "text-muted" },
};
const OTHERS: Record<Exclude<ListingRow["state"], "listed">, Looks> = {
  unknown: { word: "Unknown", icon: CircleDashed, text: "text-unknown" },
  clear: { word: "Not listed", icon: CircleCheck, text: "text-up" },
  waiting: { word: "Not asked yet", icon: Clock, text: "text-muted" },
};

/** Whether something is on a list, as icon and word; how grave it is has its own colour. */
export function ListingMark({ state, weight }: Pick<ListingRow, "state" | "weight">) {
  const { word, icon: Icon, text } = state === "listed" ? LISTED[weight] : OTHERS[state];
  return (
    <span className={cx("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", text)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  );
}
