import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NO_FILTERS, openEngine, SCHEMA_FILE } from "./engine.ts";

/**
 * `npm run migration -- add-something` writes the SQL between the committed schema and the one in the work tree into a new
 * migration folder, to be read and edited by a person. `DATABASE_URL` names any PostgreSQL to talk to; nothing in it is touched.
 */
const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9-]+$/.test(name)) throw new Error("Name the migration in lower-case letters, digits and hyphens.");

const engine = await openEngine(process.env.DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres");
const committed = committedSchema();
const { stdout } = await engine.diff({
  filters: NO_FILTERS,
  script: true,
  exitCode: false,
  from: committed ? { tag: "schemaDatamodel", files: [{ path: "committed.prisma", content: committed }] } : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: [{ path: SCHEMA_FILE, content: readFileSync(SCHEMA_FILE, "utf8") }] },
});

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join(import.meta.dirname, "migrations", `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "migration.sql"), stdout ?? "");
process.stdout.write(`${path.relative(process.cwd(), folder)}/migration.sql\n`);

function committedSchema(): string | null {
  try {
    return execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null; // nothing committed yet: everything is new
  }
}
