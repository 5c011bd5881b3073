import type { Status } from "#core/check/status.ts";
import type { Flapping } from "#core/judging/flapping.ts";
import type { Health } from "#core/judging/health.ts";
import type { IncidentFrom } from "#core/monitor/monitor.ts";
import type { ReasonCode } from "#core/reason/reason.ts";

/** A monitor's health as its row has it, with what judging and keeping transcripts need. Instants are epoch milliseconds. */
export type HealthRow = {
  monitorId: number;
  teamId: number;
  intervalS: number;
  confirmations: number;
  incidentFrom: IncidentFrom;
  health: Health;
  flapping: Flapping;
  /** The monitor's revision now, and at its latest check. */
  revision: number;
  checkedRevision: number;
  latest: { status: Status; reason: ReasonCode | null; replyCode: number | null; ms: number } | null;
  /** The slot of the transcript that is kept as the last good one. */
  goodSlotAt: number | null;
  /** The open incident. */
  incidentId: number | null;
  /** The revision whose checks saw STARTTLS offered, and the one whose login was refused. */
  starttlsRevision: number | null;
  loginRefusedRevision: number | null;
  /** Of what the latest check saw of the server (core/change/sighting-hash.ts). */
  seenHash: number | null;
};
