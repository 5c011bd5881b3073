import type { ShownReport } from "#core/domain/shown-report.ts";
import { untilNow } from "#core/uptime/until-now.ts";
import { stretchOf } from "#core/uptime/uptime-window.ts";
import { uptimeOf } from "#core/uptime/uptime.ts";
import type { DomainState } from "#db/monitor/domain-state.ts";
import { listTransitionsSince } from "#db/transition/list-transitions-since.ts";
import { env } from "#env.ts";

/** The report of a domain in a time zone (IANA name), as it is now. */
export async function reportOf(state: DomainState, zone: string): Promise<ShownReport> {
  const { teamId, monitorId, teamName, createdAt, target, status, since, facts, seenAt } = state;
  const now = Date.now();
  const { from, to } = stretchOf("30d", now, zone);
  const changes = (await listTransitionsSince(teamId, [monitorId], new Date(from))).get(monitorId) ?? [];
  return {
    domain: target.host,
    teamName,
    status,
    since,
    found: facts?.domain && seenAt ? { report: facts.domain, paths: facts.paths ?? [], at: seenAt } : null,
    uptime: { from, createdAt: createdAt.getTime(), uptime: uptimeOf(untilNow(changes, { status, since }), from, to) },
    now,
    zone,
    baseUrl: env.NEXTAUTH_URL,
  };
}
