import { keepMaintenance } from "./keep-maintenance.ts";
import { nextMaintenanceAt } from "./next-maintenance-at.ts";

type Started = { result: { startedAt: number } };

/**
 * Records checks so that each finds its monitor as maintenance has it at the check's start: in pieces, those that began before a
 * maintenance begins or ends, and then the others. Mostly there is one piece. Returns what each piece came to.
 */
export async function betweenEdges<C extends Started, R>(
  checks: readonly C[],
  record: (piece: readonly C[]) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  let rest = checks;
  while (rest.length > 0) {
    const edge = await nextMaintenanceAt(rest.reduce((latest, { result }) => Math.max(latest, result.startedAt), 0));
    const isBefore = ({ result }: C) => edge === null || result.startedAt < edge;
    const piece = rest.filter(isBefore);
    if (piece.length > 0) done.push(await record(piece));
    if (edge !== null) await keepMaintenance(edge);
    rest = rest.filter((check) => !isBefore(check));
  }
  return done;
}
