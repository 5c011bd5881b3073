import pg from "pg";
import { env } from "#env.ts";
import { oncePerProcess } from "./once-per-process.ts";

/**
 * The connections of this process. Short waits and a clear error beat a page that hangs while the database is away; an idle
 * connection that breaks is logged by nobody and replaced by the next query.
 */
export const pool: pg.Pool = oncePerProcess("pool", () => {
  const made = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: "ehlowatch",
  });
  made.on("error", () => undefined); // an unhandled "error" event would end the process
  return made;
});
