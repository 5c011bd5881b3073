import type { MaintenanceDraft } from "#core/maintenance/maintenance-draft.ts";
import { createMaintenance } from "#db/maintenance/create-maintenance.ts";
import { pool } from "#db/pool.ts";

const HOUR_MS = 3_600_000;

/** Gives the team's monitors tags, and maintenance that is on, to come and over. The monitor that is in maintenance is in one of them. */
export async function seedMaintenance(teamId: number, now: number): Promise<void> {
  await pool.query("update monitor set tags = '{berlin}' where team_id = $1 and id % 3 = 0", [teamId]);
  await pool.query("update monitor set tags = '{berlin,customer a}' where team_id = $1 and id % 7 = 0", [teamId]);
  const { rows } = await pool.query<{ monitorId: number }>(
    `select monitor_id as "monitorId" from health join monitor on monitor.id = monitor_id where team_id = $1 and status = 'maintenance'`,
    [teamId],
  );
  const monitorIds = rows.map(({ monitorId }) => monitorId);
  const hour = (away: number) => new Date(Math.floor(now / HOUR_MS) * HOUR_MS + away * HOUR_MS).toISOString().slice(0, 16);
  const none = { timeZone: "UTC", rule: null, isForAll: false, tags: [], monitorIds: [] };
  const all: MaintenanceDraft[] = [
    { ...none, name: "Move to the new building", startsAt: hour(-2), durationMin: 8 * 60, monitorIds },
    { ...none, name: "New switches", startsAt: hour(-24 * 40), durationMin: 90, isForAll: true },
    {
      ...none,
      name: "Operating system updates",
      startsAt: "2026-01-04T03:00",
      timeZone: "Europe/Berlin",
      durationMin: 120,
      rule: "FREQ=MONTHLY;BYDAY=1SU",
      tags: ["berlin"],
    },
  ];
  for (const draft of all)
    if (draft.monitorIds.length > 0 || draft.isForAll || draft.tags.length > 0) await createMaintenance(teamId, draft, now);
}
