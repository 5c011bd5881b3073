import type { ReportState } from "../message/delivery-report.ts";

/** What can stand in the timeline of an incident, and what each entry says besides its time. */
export type IncidentEvent =
  | { kind: "first_failure"; location: string; slotAt: string; text: string }
  | { kind: "confirmed"; location: string; slotAt: string; text: string }
  | { kind: "opened"; text: string }
  | { kind: "reason_changed"; from: string; to: string; text: string }
  | { kind: "worsened"; location: string; slotAt: string; text: string }
  | { kind: "eased"; location: string; slotAt: string; text: string }
  | { kind: "flapping_began"; location: string; slotAt: string; text: string }
  | { kind: "steady_again"; location: string; slotAt: string; text: string }
  /** `together` with so many others, in one message. */
  | { kind: "told"; channel: string; outcome: "sent" | "retry" | "give-up"; detail: string | null; together?: number }
  /** What came of a text or a call after its provider had taken it. */
  | { kind: "reported"; channel: string; state: ReportState; words: string | null; together?: number }
  /** `by` is somebody's address, or the name of the channel whose reader did it. */
  | { kind: "acknowledged"; by: string; isChannel?: true }
  | { kind: "unacknowledged"; by: string }
  | { kind: "acknowledgement_ended" }
  | { kind: "note_deleted"; by: string }
  | { kind: "recovered"; location: string; slotAt: string; text: string }
  | { kind: "closed_by_pause"; by: string }
  | { kind: "closed_by_maintenance" }
  | { kind: "resolved_by_hand"; by: string; why: string }
  | { kind: "post_mortem_written" | "post_mortem_changed" | "post_mortem_deleted"; by: string };

export type IncidentEventKind = IncidentEvent["kind"];

/** How an incident may have been closed without its server having recovered. */
export type ClosedAs = Extract<IncidentEventKind, "closed_by_pause" | "closed_by_maintenance" | "resolved_by_hand">;
