import path from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { runToolWell } from "./run-tool.mjs";

const STAMP = path.join("prisma", "generated", "made-from");
const SOURCES = ["prisma/schema.prisma", "node_modules/prisma/package.json"];

/**
 * Whether the Prisma client is that of the schema.
 * @param {string} root
 */
export function isGenerated(root) {
  return isStamped(path.join(root, STAMP), fingerprint(root, SOURCES));
}

/**
 * Makes the Prisma client. That needs no schema engine, but Prisma downloads one unless an existing file is named as such
 * (docs/decisions/003-migrations-without-a-download.md).
 * @param {Omit<import("./run-tool.mjs").Tool, "args">} tool
 */
export async function generate(tool) {
  const env = {
    ...tool.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  await runToolWell({ ...tool, env, args: ["node_modules/prisma/build/index.js", "generate"] }, "prisma generate");
  stamp(path.join(tool.cwd, STAMP), fingerprint(tool.cwd, SOURCES));
}
