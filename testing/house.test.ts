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
  expect(files).toContain("core/monitor.ts");
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
    ["the web touching the queue", "app/_data/planted.ts", 'import { Queue } from "bullmq";'],
    ["a test of a page importing the worker", "app/planted.test.ts", 'import { log } from "#worker/log.ts";'],
    ["somebody else reading the environment", "worker/planted.ts", "const level = process.env.LOG_LEVEL;"],
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
  ["a database test", "worker/planted.db.test.ts", 'import { makeTeam } from "#testing/makers.ts";\nimport pg from "pg";'],
])("what is allowed stays allowed: %s", (_, file, source) => {
  expect(complaintsAbout(file, source)).toEqual([]);
});
