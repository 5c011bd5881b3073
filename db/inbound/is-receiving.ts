import { pool } from "../pool.ts";

/** Whether mail to this address is taken now: of a mailflow monitor that is not paused, or of a trial that runs. */
export async function isReceiving(address: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from inbound_address
       left join monitor on monitor.id = inbound_address.monitor_id
       left join trial on trial.id = inbound_address.trial_id
     where token = $1
       and ((monitor.kind = 'mailflow' and monitor.paused_at is null) or (trial.id is not null and trial.finished_at is null))`,
    [address],
  );
  return rowCount === 1;
}
