import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./template.ts";

// A migrated database for this test file alone.
const server = new URL(inject("postgresUrl"));
const name = `test_${randomBytes(8).toString("hex")}`;

const client = new pg.Client({ connectionString: server.href });
await client.connect();
await client.query(`create database ${name} template ${TEMPLATE}`);
await client.end();

process.env.DATABASE_URL = new URL(`/${name}`, server).href;
