/** How quickly the pages of a large team come, with much behind it, while many people look at them; as a card. */
import path from "node:path";
import pg from "pg";
import { buildAhead } from "#launch/build.mjs";
import { dropDay } from "./dashboard/drop-day.ts";
import { measurePages } from "./dashboard/measure-pages.ts";
import { readDashboardOptions } from "./dashboard/options.ts";
import { pagesOf } from "./dashboard/pages.ts";
import { dashboardReport } from "./dashboard/report.ts";
import { startFilled } from "./dashboard/start-filled.ts";
import { saveReport } from "./save-report.ts";

const options = readDashboardOptions(process.argv.slice(2));
const root = path.join(import.meta.dirname, "..");
await buildAhead({ cwd: root, env: process.env, signal: new AbortController().signal }); // what stands in its way shows before anything is filled
console.error(`Making ${options.results} results; that takes a while.`);
const database = await startFilled(options);
try {
  const figures = await measurePages(database, pagesOf(database.filled), options);
  const databaseBytes = await sizeOf(database.postgres.url);
  const report = dashboardReport(options, { filled: database.filled, databaseBytes, figures, dropped: await dropDay(database) });
  console.log(report);
  if (options.save) saveReport("dashboard", report);
} finally {
  await database.postgres.remove();
}

/** In bytes, indexes included. */
async function sizeOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ bytes: string }>("select pg_database_size(current_database()) as bytes");
  await client.end();
  return Number(rows[0]!.bytes);
}
