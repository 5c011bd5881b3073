import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { NO_FILTERS, openEngine } from "./engine.ts";

const FOLDER = path.join(import.meta.dirname, "migrations");

/**
 * Applies the migrations a database does not have yet and returns their names. They are recorded in `_prisma_migrations` as
 * `prisma migrate deploy` records them, so the usual command line goes on with the same folder and database.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const engine = await openEngine(connectionString);
  const { appliedMigrationNames } = await engine.applyMigrations({
    filters: NO_FILTERS,
    migrationsList: {
      baseDir: FOLDER,
      shadowDbInitScript: "",
      lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(FOLDER, "migration_lock.toml"), "utf8") },
      migrationDirectories: migrationNames().map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(path.join(FOLDER, name, "migration.sql"), "utf8") },
        },
      })),
    },
  });
  return appliedMigrationNames;
}

function migrationNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => existsSync(path.join(FOLDER, name, "migration.sql")))
    .toSorted();
}
