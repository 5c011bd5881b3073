import type { IncidentEvent } from "./incident.ts";

/** An entry in the timeline of an incident and when it happened. */
export type IncidentEventSummary = { eventId: number; at: Date; event: IncidentEvent };
