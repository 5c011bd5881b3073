import { readdirSync } from "node:fs";
import path from "node:path";
import { Complaint } from "./complaint.mjs";
import { connect } from "./connect.mjs";
import { runToolWell } from "./run-tool.mjs";

/**
 * Whether the database lacks a migration: a look, where applying them would first load a schema engine.
 * @param {string} root
 * @param {string} url
 */
export async function isBehind(root, url) {
  const names = readdirSync(path.join(root, "prisma", "migrations"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const client = await connect(url).catch((error) => {
    throw new Complaint(
      `The database at ${new URL(url).host} does not answer (${error.message}): start it, or correct DATABASE_URL.`,
      { cause: error },
    );
  });
  try {
    const { rows } = await client.query("select to_regclass('public._prisma_migrations') is not null as exists");
    if (!rows[0].exists) return true;
    const applied = await client.query("select migration_name from _prisma_migrations where finished_at is not null");
    const done = new Set(applied.rows.map((row) => row.migration_name));
    return names.some(({ name }) => !done.has(name));
  } finally {
    await client.end();
  }
}

/**
 * @param {Omit<import("./run-tool.mjs").Tool, "args">} tool its environment has DATABASE_URL
 */
export async function migrate(tool) {
  await runToolWell({ ...tool, args: ["--import", "tsx", "prisma/migrate-now.ts"] }, "Applying migrations");
}
