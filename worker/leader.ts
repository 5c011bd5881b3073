import pg from "pg";
import { takeLeadership, type Leadership } from "#db/schedule/take-leadership.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import { lead, LostLeadership, type QueueWindows } from "./lead.ts";
import type { Logger } from "./log.ts";
import type { Outage } from "./outage.ts";
import { pause } from "./pause.ts";

type Means = {
  workerId: string;
  queueWindows: QueueWindows;
  /** What the leader does besides, until the signal is aborted. */
  duties: (leadership: Leadership, signal: AbortSignal) => Promise<void>;
  outage: Outage;
  log: Logger;
};

/** Held by the leader for as long as its connection lives. */
const LOCK = "hashtext('ehlowatch leader')";
const SECOND_MS = 1_000;
const CONTEST_EVERY_MS = 1_000;
/** A leader that stands still keeps its connection, and the lock with it, for ever: PostgreSQL ends a session it has heard nothing of for so long. */
const SILENT_FOR_MS = 8_000;

/**
 * Takes part in the contest for the lead until it is stopped: whoever gets the advisory lock leads until its connection breaks or
 * falls silent. The leader writes the schedule through that same connection and under its epoch, so one that was cut off can do no harm.
 */
export function startLeader({ workerId, queueWindows, duties, outage, log }: Means): { stop(): Promise<void> } {
  const stopping = new AbortController();

  const contest = async () => {
    while (!stopping.signal.aborted) {
      const client = new pg.Client({
        connectionString: env.DATABASE_URL,
        application_name: "ehlowatch leader",
        keepAlive: true,
        query_timeout: 10_000,
      });
      client.on("error", outage.failed); // the query in hand, or the next one, throws too and ends the lead
      try {
        await client.connect();
        await client.query(`set idle_session_timeout = ${SILENT_FOR_MS}`);
        await lockOrStop(client);
        if (!stopping.signal.aborted) await leadOn(client);
      } catch (error) {
        if (error instanceof LostLeadership) log.warn("another worker leads");
        else outage.failed(error);
      } finally {
        await client.end().catch(outage.failed);
      }
      await pause(CONTEST_EVERY_MS, stopping.signal);
    }
  };

  const lockOrStop = async (client: pg.Client) => {
    while (!stopping.signal.aborted) {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`);
      outage.over();
      if (rows[0]!.mine) return;
      await pause(CONTEST_EVERY_MS, stopping.signal);
    }
  };

  const leadOn = async (client: pg.Client) => {
    const leadership = await takeLeadership(client, workerId);
    log.info({ epoch: leadership.epoch }, "leads");
    const over = new AbortController();
    const doing = duties(leadership, over.signal);
    try {
      while (!stopping.signal.aborted) {
        const missed = await lead(client, leadership.epoch, queueWindows);
        if (missed > 0) log.warn({ missed }, "nobody ran these windows");
        await pause(untilHalfPastMs(clock.now()), stopping.signal);
      }
    } finally {
      over.abort();
      await doing;
    }
  };

  const contesting = contest();
  return {
    async stop() {
      stopping.abort();
      await contesting;
    },
  };
}

/**
 * The leader looks once a second, in the middle of it. Windows are picked up and loaded the moment they are queued, which keeps every worker
 * busy for a while; checks start with the second. After a look that took longer it is the next middle, and the look in between is left out.
 */
function untilHalfPastMs(now: number): number {
  return SECOND_MS - ((now + SECOND_MS / 2) % SECOND_MS);
}
