import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

/** Asks the database of the product, for what no page does yet and what only time does. Returns the rows. */
export async function askDatabase<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row[]> {
  const folder = process.env.STORY_DATA_FOLDER!;
  const { databasePassword } = JSON.parse(await readFile(path.join(folder, "secrets.json"), "utf8")) as {
    databasePassword: string;
  };
  const port = (await readFile(path.join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[3];
  const client = new pg.Client(`postgres://postgres:${databasePassword}@127.0.0.1:${port}/ehlowatch`);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
