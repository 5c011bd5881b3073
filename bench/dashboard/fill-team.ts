import { prisma } from "#db/client.ts";
import { pool } from "#db/pool.ts";
import { inTransaction } from "#db/transaction.ts";
import { BAD_DIALOGUES } from "#prisma/seed/dialogues/bad-dialogues.ts";
import { goodDialogue } from "#prisma/seed/dialogues/good.ts";
import { seededMonitors, seededTarget } from "#prisma/seed/monitors.ts";
import { randomOf } from "#prisma/seed/random.ts";
import { seedMonitor, type Ground } from "#prisma/seed/seed-monitor.ts";
import { seedSeen } from "#prisma/seed/seed-seen.ts";
import { seedTranscript } from "#prisma/seed/seed-transcript.ts";

/** Makes a team of one person with so many monitors in every state and ninety days of transitions and incidents behind them. */
export async function makeSeededTeam(monitors: number, locationId: number, now: number): Promise<Ground> {
  const team = await prisma.team.create({ data: { name: "Looked at" } });
  const user = await prisma.user.create({
    data: {
      email: "looker@example.org",
      passwordHash: "",
      timeZone: "Europe/Berlin",
      memberships: { create: { teamId: team.id, role: "owner" } },
    },
  });
  const config = { address: user.email };
  const channel = await prisma.channel.create({ data: { teamId: team.id, kind: "email", name: "On call", config } });
  const ground: Ground = { teamId: team.id, userId: user.id, channelId: channel.id, locationId, now };
  for (const [index, wish] of seededMonitors(monitors).entries()) {
    await inTransaction((client) => seedMonitor(client, ground, wish, randomOf(index), false));
  }
  await pool.query("update monitor set interval_s = 60");
  return ground;
}

/** What was seen of each server, its latest good dialogue and, where it is in trouble, its latest bad one. */
export async function showServers(ground: Ground, monitors: number): Promise<void> {
  const { rows } = await pool.query<{ id: number; goodSlotAt: Date | null; lastSlotAt: Date }>(
    `select id, good_slot_at as "goodSlotAt", last_slot_at as "lastSlotAt" from monitor join health on monitor_id = id where team_id = $1 order by id`,
    [ground.teamId],
  );
  for (const [index, wish] of seededMonitors(monitors).entries()) {
    const { id, goodSlotAt, lastSlotAt } = rows[index]!;
    if (goodSlotAt === null) continue;
    const good = goodDialogue(seededTarget(wish), ground.now);
    const bad = wish.bad && BAD_DIALOGUES[wish.bad](wish.host, ground.now);
    await inTransaction(async (client) => {
      await seedTranscript(client, ground, id, good, goodSlotAt, null);
      if (bad) await seedTranscript(client, ground, id, bad, lastSlotAt, goodSlotAt);
      await seedSeen(client, ground, wish, id, { dialogue: bad ?? good, good });
    });
  }
}
