import { env } from "#env.ts";
import { migrate } from "./migrate.ts";

/** `npm run migrate`: brings the database of `DATABASE_URL` up to date. */
const applied = await migrate(env.DATABASE_URL);
process.stdout.write(applied.length === 0 ? "The database is up to date.\n" : `Applied ${applied.join(", ")}.\n`);
process.exit(0); // the engine keeps a connection open
