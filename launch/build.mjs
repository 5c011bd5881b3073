import { existsSync } from "node:fs";
import path from "node:path";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { runToolWell } from "./run-tool.mjs";

const STAMP = path.join(".next", "made-from");
const FOLDERS = ["app", "channels", "components", "core", "db", "network", "public"];
const FILES = ["env.ts", "proxy.ts", "instrumentation.ts", "prisma/schema.prisma"];
const CONFIGURATION = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const SOURCES = [...FOLDERS, ...FILES, ...CONFIGURATION];
const isBuilt = (/** @type {string} */ file) => !/\.test\.tsx?$/.test(file);

/** @param {string} root */
export function isBuildFresh(root) {
  return existsSync(path.join(root, ".next", "BUILD_ID")) && isStamped(path.join(root, STAMP), fingerprint(root, SOURCES, isBuilt));
}

/**
 * Builds the web part.
 * @param {Omit<import("./run-tool.mjs").Tool, "args">} tool
 */
export async function build(tool) {
  const print = fingerprint(tool.cwd, SOURCES, isBuilt); // before: what changes meanwhile may not be in it
  await runToolWell({ ...tool, args: ["node_modules/next/dist/bin/next", "build"] }, "next build");
  stamp(path.join(tool.cwd, STAMP), print);
}
