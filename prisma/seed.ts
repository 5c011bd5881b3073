import { hash } from "@node-rs/argon2";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { inTransaction } from "#db/transaction.ts";
import { seededMonitors } from "./seed/monitors.ts";
import { randomOf } from "./seed/random.ts";
import { seedMaintenance } from "./seed/seed-maintenance.ts";
import { seedMonitor } from "./seed/seed-monitor.ts";

/**
 * `npm run seed [monitors]`: a team to look at, with monitors in every state and ninety days behind them. Doing it again begins anew. It is for
 * looking, not for watching: the servers do not exist, and a worker that runs will soon say so.
 */
const EMAIL = "demo@example.org";
const PASSWORD = "a few good words";
/** So many have results and transcripts too; the rest is there to make a long list. */
const DETAILED = 40;
const PARTITION_DAYS = 9;

const count = Number(process.argv[2] ?? DETAILED);
if (!Number.isInteger(count) || count < 0 || count > 20_000) {
  process.stderr.write("Say how many monitors, from 0 to 20000: npm run seed -- 40\n");
  process.exit(1);
}

await prisma.team.deleteMany({ where: { memberships: { some: { user: { email: EMAIL } } } } });
await prisma.user.deleteMany({ where: { email: EMAIL } });
const team = await prisma.team.create({ data: { name: "Example Mail" } });
const user = await prisma.user.create({
  data: {
    email: EMAIL,
    passwordHash: await hash(PASSWORD),
    timeZone: "Europe/Berlin",
    memberships: { create: { teamId: team.id, role: "owner" } },
  },
});
const channel = await prisma.channel.create({
  data: { teamId: team.id, kind: "email", name: "On call", config: { address: EMAIL }, leadsTo: EMAIL, verifiedAt: new Date() },
});
const now = Date.now();
await ensurePartitionsBack(now);
const ground = { teamId: team.id, userId: user.id, channelId: channel.id, locationId: await ensureLocation("local"), now };
for (const [index, wish] of seededMonitors(count).entries()) {
  await inTransaction((client) => seedMonitor(client, ground, wish, randomOf(index), index < DETAILED));
}
await seedMaintenance(team.id, now);
await pool.end();
process.stdout.write(`${count} monitors. Sign in as ${EMAIL} with the password "${PASSWORD}".\n`);

/** The worker makes partitions from yesterday on; what is seeded lies further back. */
async function ensurePartitionsBack(until: number): Promise<void> {
  for (let days = PARTITION_DAYS; days >= 0; days -= 7) await ensurePartitions(until - days * 86_400_000);
  await ensurePartitions(until);
}
