/**
 * A connection to a database, from a module that is only there once packages are installed.
 * @param {string} connectionString
 */
export async function connect(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}
