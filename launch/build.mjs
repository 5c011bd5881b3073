import { randomBytes } from "node:crypto";
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

/**
 * Builds the web part where that has not been done yet, before there is a place for it to run at: it depends on no setting of one, and what the
 * settings are checked for is made up.
 * @param {Omit<import("./run-tool.mjs").Tool, "args">} tool
 */
export async function buildAhead(tool) {
  if (isBuildFresh(tool.cwd)) return;
  const madeUp = {
    NODE_ENV: /** @type {const} */ ("production"),
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SECRETS_KEY: randomBytes(32).toString("base64"),
  };
  await build({ ...tool, env: { ...tool.env, ...madeUp } });
}
