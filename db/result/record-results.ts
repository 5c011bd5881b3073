import type { PoolClient } from "pg";
import { recordChanges } from "../change/record-changes.ts";
import { addTransitions } from "../health/add-transitions.ts";
import { lockHealth } from "../health/lock-health.ts";
import { noteUnchanged } from "../health/note-unchanged.ts";
import { writeHealth } from "../health/write-health.ts";
import { changeIncidents } from "../incident/change-incidents.ts";
import { addDissents } from "../location/add-dissents.ts";
import { readPlaces } from "../location/read-places.ts";
import { betweenEdges } from "../maintenance/between-edges.ts";
import { dropMaintained } from "../maintenance/drop-maintained.ts";
import { notify } from "../notify.ts";
import { ensurePartitionsFor } from "../partition/ensure-partitions.ts";
import { isWithoutPartition } from "../partition/is-without-partition.ts";
import { inTransaction } from "../transaction.ts";
import { inWritingOrder, type FinishedCheck } from "./finished-check.ts";
import { insertResults } from "./insert-results.ts";
import { judgeChecks, type Confirmation, type Verdict } from "./judge-checks.ts";
import { keepTranscripts } from "./keep-transcripts.ts";

/** How many results were new, and who wants to be looked at again ahead of time. */
export type Recorded = { written: number; confirmations: Confirmation[] };

/**
 * Writes a batch of results with everything that follows from them, in one transaction: changes of health and of the servers, incidents,
 * messages, transcripts. Judging happens under the lock of the health rows, so the same result written twice, or by two recorders at once,
 * is judged once (docs/decisions/004-judging-under-the-lock.md).
 */
export async function recordResults(checks: readonly FinishedCheck[]): Promise<Recorded> {
  const pieces = await betweenEdges(checks, recordPiece);
  return {
    written: pieces.reduce((sum, { written }) => sum + written, 0),
    confirmations: pieces.flatMap(({ confirmations }) => confirmations),
  };
}

/** The days of most results have their partition long before; one that has none gets it now. */
async function recordPiece(checks: readonly FinishedCheck[]): Promise<Recorded> {
  try {
    return await writePiece(checks);
  } catch (error) {
    if (!isWithoutPartition(error)) throw error;
    await ensurePartitionsFor(checks.map(({ slotAt }) => slotAt));
    return writePiece(checks);
  }
}

async function writePiece(checks: readonly FinishedCheck[]): Promise<Recorded> {
  return inTransaction(async (client) => {
    const written = await insertResults(client, inWritingOrder(checks));
    const { teamIds, left } = await noteUnchanged(client, written);
    const verdicts = left.length === 0 ? [] : await judgeWritten(client, left);
    await addTransitions(
      client,
      verdicts.flatMap(({ changes }) => changes),
    );
    const transcripts = verdicts.flatMap((verdict) => verdict.transcripts);
    await keepTranscripts(client, transcripts); // which messages show
    await changeIncidents(client, verdicts);
    await addDissents(
      client,
      verdicts.flatMap(({ dissents }) => dissents),
    );
    await keepTranscripts(client, await recordChanges(client, verdicts));
    await writeHealth(
      client,
      verdicts.map(({ row }) => row),
    );
    await tellTeams(client, [...teamIds, ...verdicts.map(({ row }) => row.teamId)]);
    return {
      written: written.length,
      confirmations: verdicts.flatMap(({ confirmations }) => confirmations),
    };
  });
}

async function judgeWritten(client: PoolClient, written: readonly FinishedCheck[]): Promise<Verdict[]> {
  const byMonitor = new Map<number, FinishedCheck[]>();
  for (const check of written) byMonitor.set(check.monitorId, [...(byMonitor.get(check.monitorId) ?? []), check]);
  const monitorIds = [...byMonitor.keys()];
  const rows = await lockHealth(client, monitorIds);
  const places = await readPlaces(client, monitorIds);
  const verdicts: Verdict[] = [];
  for (const row of rows) {
    const judged = await dropMaintained(client, row, byMonitor.get(row.monitorId) ?? []);
    verdicts.push(judgeChecks(row, judged, places(row.monitorId)));
  }
  return verdicts;
}

async function tellTeams(client: PoolClient, seen: readonly number[]): Promise<void> {
  const teamIds = [...new Set(seen)];
  for (let from = 0; from < teamIds.length; from += TEAMS_A_NOTIFICATION) {
    await notify("team_seen", teamIds.slice(from, from + TEAMS_A_NOTIFICATION).join(","), client);
  }
}

const TEAMS_A_NOTIFICATION = 700; // an id is at most 10 digits and a comma; a payload at most 7,999 bytes
