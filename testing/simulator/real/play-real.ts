import type { Transition } from "#core/judging/health.ts";
import type { SimulatedLocation, World } from "../world.ts";
import type { RealWorkers } from "./start-workers.ts";
import { startVirtualTime, type VirtualTime } from "./virtual-time.ts";

/** What is played: so many monitors, with the usual policy, from locations of these names, in a world that knows monitors and locations by their ids from 1 on. */
export type Play = {
  from: number;
  monitors: number;
  places: readonly string[];
  world: World;
  /** How far this machine's clock is ahead of the true one, and the database's, at the start, in ms. */
  wallAheadMs?: number;
  /** Lets time pass, and does what is to be done meanwhile. */
  during: (time: VirtualTime) => Promise<void>;
};

/** What came of it: the changes of health in order, and what was logged as an error. */
export type Played = { changes: (Omit<Transition, "confirmedAt"> & { monitorId: number })[]; errors: string[] };

/**
 * Plays it with the parts of the real worker, on a PostgreSQL of which nobody else uses this database. Everything of ours is loaded after time
 * has become virtual. Each location's clock is this process's.
 */
export async function playReal(
  databaseUrl: string,
  { from, monitors, places, world, wallAheadMs = 0, during }: Play,
): Promise<Played> {
  let workers: RealWorkers | null = null;
  const time = await startVirtualTime(databaseUrl, from, () => workers?.isBusy() ?? false);
  const { prisma } = await import("#db/client.ts");
  const { ensurePartitions } = await import("#db/partition/ensure-partitions.ts");
  const { makeLocations } = await import("#testing/locations.ts");
  const { makeMonitor, makeTeam } = await import("#testing/makers.ts");
  const { startWorkers } = await import("./start-workers.ts");
  try {
    await ensurePartitions(from);
    time.stepWall(wallAheadMs);
    const team = await makeTeam();
    for (let id = 1; id <= monitors; id++) await makeMonitor(team, { target: { host: `${id}.example.org` } });
    const ids = await makeLocations(...places);
    workers = await startWorkers(
      ids.map((id): SimulatedLocation => ({ id })),
      world,
      () => time.now(),
    );
    await during(time);
    await workers.stop();
    const rows = await prisma.transition.findMany({ orderBy: [{ monitorId: "asc" }, { at: "asc" }, { id: "asc" }] });
    return {
      errors: workers.errors(),
      changes: rows.map(({ monitorId, at, from: was, to, reason }) => ({
        monitorId,
        at: at.getTime(),
        from: was,
        to,
        reason: reason as Transition["reason"],
      })),
    };
  } finally {
    await time.end();
  }
}
