import type { Facts } from "#core/check/result.ts";
import type { HealthStatus } from "#core/check/status.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import { SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** How a domain is, and what the latest check that is kept found; `facts` and `seenAt` are null where none is. Nothing in it is of another monitor. */
export type DomainState = {
  teamId: number;
  teamName: string;
  monitorId: number;
  monitorName: string;
  createdAt: Date;
  target: DomainTarget;
  status: HealthStatus;
  since: Date;
  facts: Facts | null;
  seenAt: Date | null;
};

/** SQL: the columns of a DomainState, over DOMAIN_STATE_TABLES. */
export const DOMAIN_STATE_COLUMNS = `m.team_id as "teamId", team.name as "teamName", m.id as "monitorId", m.name as "monitorName",
  m.created_at as "createdAt", m.target, ${SHOWN_STATUS} as status, ${SHOWN_SINCE} as since, k.facts, k.slot_at as "seenAt"`;

/** SQL: a monitor `m` of a domain with its team, its health, and the latest check that is kept. */
export const DOMAIN_STATE_TABLES = `monitor m join team on team.id = m.team_id join health h on h.monitor_id = m.id
  left join lateral (
    select facts, slot_at from transcript where monitor_id = m.id and facts ? 'domain' order by slot_at desc limit 1) k on true`;
