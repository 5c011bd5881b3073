import type { ReportState } from "../message/delivery-report.ts";
import { counted } from "../message/digest-words.ts";
import type { IncidentEvent } from "./incident.ts";

const TOLD = { sent: "Told", retry: "Could not tell", "give-up": "Gave up telling" } as const;

const REPORTED = {
  delivered: "delivered",
  answered: "answered",
  unanswered: "not answered",
  busy: "busy",
  undelivered: "undelivered",
  missing: "its provider has not said what came of it",
} as const satisfies Record<ReportState, string>;

/** An entry of a timeline as a sentence. What others wrote stands in it as they wrote it. */
export function incidentEventSentence(event: IncidentEvent): string {
  switch (event.kind) {
    case "first_failure":
      return `First failure, seen from ${event.location}: ${event.text}`;
    case "confirmed":
      return `Confirmed from ${event.location}: ${event.text}`;
    case "opened":
      return event.text;
    case "worsened":
      return `Down now, seen from ${event.location}: ${event.text}`;
    case "eased":
      return `Better, seen from ${event.location}: ${event.text}`;
    case "flapping_began":
    case "steady_again":
      return event.text;
    case "reason_changed":
      return `The reason changed: ${event.text}`;
    case "told":
      return `${TOLD[event.outcome]} ${event.channel}${together(event)}${event.outcome === "retry" ? ", trying again" : ""}${event.detail ? `: ${event.detail}` : ""}`;
    case "reported":
      return `${event.channel}${together(event)}: ${REPORTED[event.state]}${event.words ? `: ${event.words}` : ""}`;
    case "acknowledged":
      return `Acknowledged by ${event.isChannel ? "whoever reads " : ""}${event.by}`;
    case "unacknowledged":
      return `${event.by} took the acknowledgement back`;
    case "acknowledgement_ended":
      return "The acknowledgement has lasted its time: nobody has it any more";
    case "note_deleted":
      return `${event.by} deleted a note of theirs`;
    case "recovered":
      return `Recovered, seen from ${event.location}: ${event.text}`;
    case "closed_by_pause":
      return `Closed, because ${event.by} paused the monitor`;
    case "closed_by_maintenance":
      return "Closed, because maintenance began";
    case "resolved_by_hand":
      return `Resolved by ${event.by}: ${event.why}`;
    case "post_mortem_written":
      return `${event.by} wrote the post-mortem`;
    case "post_mortem_changed":
      return `${event.by} changed the post-mortem`;
    case "post_mortem_deleted":
      return `${event.by} deleted the post-mortem`;
  }
}

function together({ together: others }: { together?: number }): string {
  return others ? `, together with ${counted(others)} others` : "";
}
