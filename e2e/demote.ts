import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { Person } from "./person.ts";

/** From now on somebody may only look at their team. No page does that yet, so it is done in the database of the product. */
export async function demote({ email }: Person): Promise<void> {
  const folder = process.env.STORY_DATA_FOLDER!;
  const { databasePassword } = JSON.parse(await readFile(path.join(folder, "secrets.json"), "utf8")) as {
    databasePassword: string;
  };
  const port = (await readFile(path.join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[3];
  const client = new pg.Client(`postgres://postgres:${databasePassword}@127.0.0.1:${port}/ehlowatch`);
  await client.connect();
  const { rowCount } = await client.query(
    `update membership set role = 'viewer' where user_id = (select id from "user" where email = $1)`,
    [email],
  );
  await client.end();
  if (rowCount !== 1) throw new Error(`${email} is in ${rowCount} teams.`);
}
