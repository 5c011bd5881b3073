import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { complaintsAbout } from "./house.ts";

const ROOT = path.join(import.meta.dirname, "..");
const NOT_OURS = new Set([
  "node_modules",
  ".git",
  ".next",
  ".data",
  "generated",
  "test-results",
  "playwright-report",
  "next-env.d.ts",
]);

function* sourceFiles(folder = ""): Generator<string> {
  for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
    const file = path.posix.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) continue;
    if (entry.isDirectory()) yield* sourceFiles(file);
    else if (/\.(tsx?|mjs)$/.test(entry.name)) yield file;
  }
}

test("every file keeps to the rules of the house", () => {
  const files = [...sourceFiles()];
  expect(files).toContain("core/monitor/monitor.ts");
  expect(files.flatMap((file) => complaintsAbout(file, readFileSync(path.join(ROOT, file), "utf8")))).toEqual([]);
});

describe("a planted violation is found:", () => {
  test.each([
    ["core asking Node", "core/planted.ts", 'import { readFileSync } from "node:fs";'],
    ["core asking React", "core/planted.ts", 'import type { ReactNode } from "react";'],
    ["core reading the clock", "core/planted.ts", "export const now = () => Date.now();"],
    ["core importing db", "core/planted.ts", 'import { pool } from "#db/pool.ts";'],
    ["core importing db by a relative path", "core/planted.ts", 'import { pool } from "../db/pool.ts";'],
    ["a probe importing db", "probes/planted.ts", 'import {\n  pool,\n} from "#db/pool.ts";'],
    ["a probe importing db later", "probes/planted.ts", 'const { pool } = await import("#db/pool.ts");'],
    ["a probe importing db for its effect", "probes/planted.ts", 'import "#db/pool.ts";'],
    ["a component handing on db", "components/ui/planted.tsx", 'export { pool } from "#db/pool.ts";'],
    ["network importing protocols", "network/planted.ts", 'import { ehlo } from "#protocols/smtp/ehlo.ts";'],
    ["the worker importing a component", "worker/planted.ts", 'import { Card } from "#components/ui/card.tsx";'],
    ["a page importing db past app/_data", "app/(dashboard)/planted.tsx", 'import { pool } from "#db/pool.ts";'],
    ["a page reading the settings", "app/(dashboard)/planted.tsx", 'import { env } from "#env.ts";'],
    ["anything importing the worker", "app/_data/planted.ts", 'import { log } from "#worker/log.ts";'],
    ["db importing app", "db/planted.ts", 'import { requireViewer } from "#app/_data/viewer.ts";'],
    ["app importing Prisma itself", "app/_data/planted.ts", 'import { Prisma } from "@prisma/client/runtime";'],
    ["a page sending a message itself", "app/_data/planted.ts", 'import { sendOn } from "#channels/by-kind.ts";'],
    ["the web touching the queue", "app/_data/planted.ts", 'import { Queue } from "bullmq";'],
    ["a test of a page importing the worker", "app/planted.test.ts", 'import { log } from "#worker/log.ts";'],
    ["somebody else reading the environment", "worker/planted.ts", "const level = process.env.LOG_LEVEL;"],
    ["a probe opening a socket", "probes/planted.ts", 'import net from "node:net";\nnet.connect(25);'],
    ["a probe opening a socket by a name", "probes/planted.ts", 'import { connect } from "node:net";'],
    ["a channel asking over HTTP", "channels/planted.ts", 'import { request } from "node:https";'],
    ["a channel asking over HTTP later", "channels/planted.ts", 'const https = await import("node:https");'],
    ["a channel fetching", "channels/planted.ts", "const response = await fetch(url);"],
    ["a channel fetching from somewhere", "channels/planted.ts", 'await fetch("https://hooks.example/");'],
    ["a page fetching from somewhere", "components/planted.tsx", 'await fetch("//elsewhere.example/");'],
    ["a protocol with TLS of its own", "protocols/planted.ts", 'import { connect, type TLSSocket } from "node:tls";'],
    ["the worker with a client of its own", "worker/planted.ts", 'import { WebSocket } from "ws";'],
    ["a folder named after nothing", "core/utils/planted.ts", ""],
  ])("%s", (_, file, source) => {
    expect(complaintsAbout(file, source)).toHaveLength(1);
  });
});

test.each([
  ["core with its library", "core/planted.ts", 'import { z } from "zod";\nimport { STAGES } from "./stage.ts";'],
  ["the data door", "app/_data/planted.ts", 'import { pool } from "#db/pool.ts";\nimport { env } from "#env.ts";'],
  ["a page asking the door", "app/(dashboard)/monitors/page.tsx", 'import { requireViewer } from "#app/_data/viewer.ts";'],
  ["a page asking the door by a relative path", "app/(dashboard)/page.tsx", 'import { requireViewer } from "../_data/viewer.ts";'],
  ["telling an address from a name", "probes/planted.ts", 'import { isIP, isIPv4 } from "node:net";'],
  ["the type of a socket", "worker/planted.ts", 'import type { AddressInfo } from "node:net";'],
  ["a page asking its own server", "components/planted.tsx", 'await fetch("/api/health");\nawait fetch(`/api/trials/${id}`);'],
  ["the network", "network/planted.ts", 'import net from "node:net";\nimport tls from "node:tls";'],
  ["a database test", "worker/planted.db.test.ts", 'import { makeTeam } from "#testing/makers.ts";\nimport pg from "pg";'],
])("what is allowed stays allowed: %s", (_, file, source) => {
  expect(complaintsAbout(file, source)).toEqual([]);
});
