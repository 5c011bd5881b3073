import type { PoolClient } from "pg";
import { noticeChanges } from "#core/change/notice-changes.ts";
import type { KeptTranscript, Verdict } from "../result/judge-checks.ts";
import { addChanges } from "./add-changes.ts";
import { loadSeen, writeSeen, type SeenRow } from "./seen-rows.ts";
import { tellOfChanges } from "./tell-of-changes.ts";

/**
 * Compares what checks saw with what was seen before, where the one is not the other: writes down what has changed and tells of it,
 * inside the transaction that writes the results. Returns the dialogues that show it.
 */
export async function recordChanges(client: PoolClient, verdicts: readonly Verdict[]): Promise<KeptTranscript[]> {
  const concerned = verdicts.filter(({ sightings }) => sightings.length > 0);
  if (concerned.length === 0) return [];
  const rows: SeenRow[] = [];
  const kept: KeptTranscript[] = [];
  const before = await loadSeen(
    client,
    concerned.map(({ row }) => row),
  );
  for (const { row, sightings } of concerned) {
    let memory = before.get(row.monitorId)!;
    for (const { check, sighting } of sightings) {
      const noticed = noticeChanges(memory, sighting, check.result.startedAt);
      if (noticed.memory !== memory) rows.push({ row, check, memory: noticed.memory });
      memory = noticed.memory;
      if (noticed.changes.length === 0) continue;
      const added = await addChanges(client, check, noticed.changes);
      await tellOfChanges(client, row, check, added);
      kept.push({ check, goodSlotAt: check.result.status === "up" ? null : row.goodSlotAt });
    }
  }
  if (rows.length > 0) await writeSeen(client, latestOfEach(rows));
  return kept;
}

/** A row can be written once in a statement. */
function latestOfEach(rows: readonly SeenRow[]): SeenRow[] {
  return [...new Map(rows.map((each) => [each.row.monitorId, each])).values()];
}
