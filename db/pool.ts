import pg from "pg";
import { env } from "#env.ts";
import { oncePerProcess } from "./once-per-process.ts";

const CONNECT_WITHIN_MS = 5_000;
/** Nothing a page or a check waits for takes a second. What takes this long waits for a lock that nobody gives back. */
const STATEMENT_WITHIN_MS = 15_000;
/** Counting hours anew and forgetting what is old may take its time after a long stop. */
const DUTY_WITHIN_MS = 10 * 60_000;
/** A process that stands still in the middle of a transaction loses it, and its locks. */
const IDLE_IN_TRANSACTION_MS = 10_000;
/** A database that does not even say that it was too slow is away. */
const SILENT_AFTER_MS = 5_000;

/** What is read all the time is in memory, and the rest on flash: the planner takes disks for granted, and would rather read whole tables. */
const PLANNING = "-c random_page_cost=1.1";

/** A pool that says what it is short of. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | void {
    if (!callback) return super.connect().catch((error: unknown) => Promise.reject(this.explained(error)));
    super.connect((error, client, done) => callback(error && this.explained(error), client, done));
  }

  private explained(error: unknown): Error {
    if (!(error instanceof Error)) return new Error(String(error));
    if (error.message !== "timeout exceeded when trying to connect") return error;
    const { max, application_name } = this.options;
    return new Error(`All ${max} connections of "${application_name}" were busy for ${CONNECT_WITHIN_MS / 1_000} s`, {
      cause: error,
    });
  }
}

/**
 * Short waits and a clear error beat a page that hangs while the database is away. An idle connection that breaks is logged by nobody and
 * replaced by the next query.
 */
function makePool(name: string, options: { max: number; statementMs?: number; idleMs?: number }): pg.Pool {
  const { max, statementMs = STATEMENT_WITHIN_MS, idleMs = 30_000 } = options;
  return oncePerProcess(`pool of ${name}`, () => {
    const made = new Pool({
      connectionString: env.DATABASE_URL,
      max,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      statement_timeout: statementMs,
      query_timeout: statementMs + SILENT_AFTER_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      idleTimeoutMillis: idleMs,
      keepAlive: true,
      application_name: name,
      options: PLANNING,
    });
    made.on("error", () => undefined); // an unhandled "error" event would end the process
    return made;
  });
}

/** The connections of this process. */
export const pool: pg.Pool = makePool("ehlowatch", { max: 10 });

/**
 * Kept for telling people: what waits for the others, however long, holds up no alert. Once open they stay open. Each message is written down
 * before and after it is sent, and a commit waits for the disk: that many of them wait together.
 */
export const alertPool: pg.Pool = makePool("ehlowatch alerts", { max: 10, idleMs: 0 });

/** For what the leader does besides, which may take long and must not take the others' connections. */
export const dutyPool: pg.Pool = makePool("ehlowatch duties", { max: 3, statementMs: DUTY_WITHIN_MS });
