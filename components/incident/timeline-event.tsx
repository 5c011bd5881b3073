import { cx } from "class-variance-authority";
import {
  CircleAlert,
  CircleCheck,
  CirclePause,
  CircleX,
  FileText,
  Flag,
  Phone,
  Repeat,
  Send,
  Shuffle,
  StickyNote,
  Undo2,
  UserCheck,
  Wrench,
  type LucideIcon,
} from "lucide-react";
import { LinkedText } from "#components/ui/linked-text.tsx";
import { Time } from "#components/ui/time.tsx";
import { incidentEventSentence } from "#core/incident/incident-event-sentence.ts";
import type { IncidentEventSummary } from "#core/incident/incident-event-summary.ts";
import type { IncidentEvent, IncidentEventKind } from "#core/incident/incident.ts";
import { visibleText } from "#core/text/visible-text.ts";
import { exactTime } from "#core/time/relative-time.ts";

type Looks = { icon: LucideIcon; text: string };

const LOOKS = {
  first_failure: { icon: CircleX, text: "text-down" },
  confirmed: { icon: CircleX, text: "text-down" },
  opened: { icon: Flag, text: "text-muted" },
  reason_changed: { icon: Shuffle, text: "text-muted" },
  worsened: { icon: CircleX, text: "text-down" },
  eased: { icon: CircleAlert, text: "text-degraded" },
  flapping_began: { icon: Repeat, text: "text-degraded" },
  steady_again: { icon: Repeat, text: "text-muted" },
  told: { icon: Send, text: "text-muted" },
  reported: { icon: Phone, text: "text-muted" },
  acknowledged: { icon: UserCheck, text: "text-accent" },
  unacknowledged: { icon: Undo2, text: "text-muted" },
  acknowledgement_ended: { icon: Undo2, text: "text-muted" },
  note_deleted: { icon: StickyNote, text: "text-muted" },
  recovered: { icon: CircleCheck, text: "text-up" },
  closed_by_pause: { icon: CirclePause, text: "text-paused" },
  closed_by_maintenance: { icon: Wrench, text: "text-maintenance" },
  resolved_by_hand: { icon: CircleCheck, text: "text-muted" },
  post_mortem_written: { icon: FileText, text: "text-muted" },
  post_mortem_changed: { icon: FileText, text: "text-muted" },
  post_mortem_deleted: { icon: FileText, text: "text-muted" },
} as const satisfies Record<IncidentEventKind, Looks>;

/** An entry of a timeline: what happened, and when, to the second. */
export function TimelineEvent({ at, event, zone }: Omit<IncidentEventSummary, "eventId"> & { zone: string }) {
  const { icon: Icon, text } = looksOf(event);
  return (
    <li className="relative pb-4 pl-6 last:pb-0">
      <span aria-hidden className={cx("absolute top-0.5 -left-2.5 bg-bg py-0.5", text)}>
        <Icon className="size-4.5" />
      </span>
      <Sentence event={event} />
      <p className="text-sm text-muted">
        {exactTime(at, zone)} · <Time at={at} zone={zone} />
      </p>
    </li>
  );
}

/** What a person wrote may hold links; what a server said is only shown. */
function Sentence({ event }: { event: IncidentEvent }) {
  const sentence = incidentEventSentence(event);
  if (event.kind === "resolved_by_hand") return <LinkedText>{sentence}</LinkedText>;
  return <p className="wrap-anywhere">{visibleText(sentence)}</p>;
}

/** That somebody could not be told is worth seeing. */
function looksOf(event: IncidentEvent): Looks {
  const looks = LOOKS[event.kind];
  const isUntold =
    (event.kind === "told" && event.outcome !== "sent") ||
    (event.kind === "reported" && event.state !== "delivered" && event.state !== "answered");
  return isUntold ? { ...looks, text: "text-degraded" } : looks;
}
