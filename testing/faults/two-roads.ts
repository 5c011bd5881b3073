import { prisma } from "#db/client.ts";
import { saveContact } from "#db/contact/save-contact.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { savePolicy } from "#db/policy/save-policy.ts";
import { pool } from "#db/pool.ts";
import { recordResults } from "#db/result/record-results.ts";
import type { Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";

/** An outage of which somebody is told by mail, and where that fails by SMS. */
export type TwoRoads = { name: string; incidentId: number; textId: number };

const POLICY = { degraded: null, change: null, quietHours: null, acknowledgedForS: null };
let numbers = 1_000_000;

/** Has a server of its own go down, of which a contact of its own is told. */
export async function failWithTwoRoads(team: Team, name: string): Promise<TwoRoads> {
  const number = `+491512${(numbers += 1)}`;
  const given = {
    teamId: team.id,
    kind: "sms",
    name: number,
    config: { number },
    leadsTo: number,
    verifiedAt: new Date(),
  } as const;
  const [mail, text] = [await makeChannel(team), await prisma.channel.create({ data: given })];
  const contact = await saveContact(team.id, null, { name, userId: null, channelIds: [mail.id, text.id] });
  if (typeof contact === "string") throw new Error(`The contact of ${name} is ${contact}.`);
  const down = { steps: [{ afterS: 0, tell: [{ contactId: contact.contactId }] }], repeat: null };
  await savePolicy(team.id, null, { name, policy: { ...POLICY, down }, tags: [name], isDefault: false });

  const monitor = await makeMonitor(team, { name, tags: [name], policy: { intervalS: 86_400, confirmations: 0 } });
  const slotAt = Date.now() - 1_000;
  await ensurePartitions(slotAt);
  await recordResults([await makeCheck(monitor, "down", slotAt)]);
  const { id: incidentId } = await prisma.incident.findFirstOrThrow({ where: { monitorId: monitor.id } });
  return { name, incidentId, textId: text.id };
}

/** Moves into the past when people were told of an incident, so that nobody has to wait for as long. */
export async function moveTold({ incidentId }: TwoRoads, ms: number): Promise<void> {
  await pool.query(
    "update telling set run_at = run_at - $2 * interval '1 ms', at = at - $2 * interval '1 ms' where incident_id = $1",
    [incidentId, ms],
  );
  await pool.query(
    "update escalation set began_at = began_at - $2 * interval '1 ms', look_at = look_at - $2 * interval '1 ms' where incident_id = $1",
    [incidentId, ms],
  );
}

/** How long after the outage was told by mail the text was taken, in ms; what was moved is part of it. Infinite where it was not. */
export async function textTookMs({ incidentId, textId }: TwoRoads): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    `select (extract(epoch from d.finished_at - (select min(at) from telling where incident_id = d.incident_id)) * 1000)::float8 as ms
     from delivery d where d.incident_id = $1 and d.channel_id = $2 and d.status = 'sent'`,
    [incidentId, textId],
  );
  return rows[0]?.ms ?? Infinity;
}
