import path from "node:path";
import { generate } from "./client.mjs";

/** `npm run generate`: makes the Prisma client after a change of the schema. */
const cwd = path.join(import.meta.dirname, "..");
await generate({ cwd, env: process.env, signal: new AbortController().signal });
