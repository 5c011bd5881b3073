import pg from "pg";

/** Holds what nobody else may have meanwhile, over a connection that waits for ever, and gives it back when it is asked to. */
export async function hold(databaseUrl: string, sql: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl, options: "-c idle_in_transaction_session_timeout=0" });
  client.on("error", () => undefined); // the database may be stopped under it
  await client.connect();
  await client.query("begin");
  await client.query(sql);
  return () => client.end();
}
