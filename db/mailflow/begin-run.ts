import { pool } from "../pool.ts";
import { makeToken } from "./make-token.ts";
import { RUN_COLUMNS, type RunRow } from "./run-row.ts";

/** The check of a monitor that runs its script. `slotAt` is epoch milliseconds. */
export type RunningCheck = {
  teamId: number;
  monitorId: number;
  revision: number;
  slotAt: number;
  intervalS: number;
  /** Whether it looks again at what another check saw, as a confirmation or a vote. */
  looksAgain: boolean;
};

type Row = RunRow & { revision: number; isFound: boolean };

const COLUMNS = `${RUN_COLUMNS}, revision, found_at is not null as "isFound"`;

/**
 * Begins the run of a check, or goes on with the one there is: that of its slot, which a worker may have left, or, for a check that looks again,
 * the latest of the interval. So there is one message in an interval, and whoever looks again looks for the same. `over` where there
 * is nothing left to look for: its message was found, or is that of the script as it was before an edit, or the monitor is gone.
 */
export async function beginRun(check: RunningCheck): Promise<RunRow | "over"> {
  const row = (check.looksAgain ? await latestOf(check) : undefined) ?? (await ownOf(check));
  if (row === undefined || row.isFound || row.revision !== check.revision) return "over";
  const { token, sentAt, isAccepted } = row;
  return { token, sentAt, isAccepted };
}

async function latestOf({ monitorId, slotAt, intervalS }: RunningCheck): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from mailflow_run
     where monitor_id = $1 and slot_at <= $2::timestamptz and slot_at > $2::timestamptz - make_interval(secs => $3)
     order by slot_at desc limit 1`,
    [monitorId, new Date(slotAt), intervalS],
  );
  return rows[0];
}

/** A run of which nothing was sent is that of the script as it is now. */
async function ownOf({ teamId, monitorId, revision, slotAt }: RunningCheck): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>(
    `insert into mailflow_run as run (token, team_id, monitor_id, slot_at, revision)
     select $1, team_id, id, $4, $5 from monitor where team_id = $2 and id = $3 for key share
     on conflict (monitor_id, slot_at) do update
     set revision = case when run.sent_at is null then excluded.revision else run.revision end
     returning ${COLUMNS}`,
    [makeToken(), teamId, monitorId, new Date(slotAt), revision],
  );
  return rows[0];
}
