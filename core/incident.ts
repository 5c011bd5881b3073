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
  | { kind: "told"; channel: string; outcome: "sent" | "retry" | "give-up"; detail: string | null }
  | { kind: "acknowledged"; by: string }
  | { kind: "recovered"; location: string; slotAt: string; text: string }
  | { kind: "closed_by_pause"; by: string }
  | { kind: "closed_by_maintenance" };

export type IncidentEventKind = IncidentEvent["kind"];
