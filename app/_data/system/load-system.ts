import { isAlive, troublesOf } from "#core/system/system-troubles.ts";
import { VERSION } from "#core/system/version.ts";
import { requireOperator } from "./operator.ts";
import { readSystem } from "./read-system.ts";

/** How the whole product does, for the operator, and what of it is wrong. */
export async function loadSystem() {
  const viewer = await requireOperator();
  const system = await readSystem();
  const troubles = troublesOf({ ...system, version: VERSION, lately: system.punctuality.lately });
  const alive = system.workers.filter((worker) => isAlive(worker, system.now));
  const queues = [...new Set(alive.map(({ queue }) => queue))];
  const versions = {
    product: VERSION,
    node: process.versions.node,
    postgresql: system.storage.postgresVersion,
    queue: queues.join(" and ") || "no worker says",
  };
  return { viewer, ...system, troubles, versions };
}
