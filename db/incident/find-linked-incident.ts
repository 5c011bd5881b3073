import type { AcknowledgeLink } from "#core/message/acknowledge-link.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import { pool } from "../pool.ts";
import { addressOf } from "../revocation/address-sql.ts";

/** What somebody with a link may know: what is wrong, since when, and whether somebody has it. */
export type LinkedIncident = {
  monitorName: string;
  target: Target;
  reason: Reason;
  status: "down" | "degraded";
  startedAt: Date;
  isOver: boolean;
  acknowledgedAt: Date | null;
  /** The channel the link was sent to, and whether it is its reader who has acknowledged. */
  channelName: string;
  isAcknowledgedHere: boolean;
  teamId: number;
  /** The address of the channel, where its reader can revoke it. */
  address: string | null;
};

/** The incident behind a link of ours; null where it, or the channel, is gone. */
export async function findLinkedIncident({ incidentId, channelId }: AcknowledgeLink): Promise<LinkedIncident | null> {
  const { rows } = await pool.query<LinkedIncident>(
    `select m.name as "monitorName", m.target, i.reason, i.status, i.started_at as "startedAt", i.resolved_at is not null as "isOver",
       i.acknowledged_at as "acknowledgedAt", c.name as "channelName", i.acknowledged_on is not distinct from c.id as "isAcknowledgedHere",
       c.team_id as "teamId", ${addressOf("c")} as address
     from incident i join monitor m on m.id = i.monitor_id join channel c on c.team_id = i.team_id
     where i.id = $1 and c.id = $2`,
    [incidentId, channelId],
  );
  return rows[0] ?? null;
}
