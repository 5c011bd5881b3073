import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The worker in one file, made for this run. */
    workerFile: string;
  }
}

const ROOT = path.join(import.meta.dirname, "..");
/** In reach of the packages that stay outside, which bring machine code. */
const CACHE = path.join(ROOT, "node_modules", ".cache");
const OUTSIDE = ["@node-rs/argon2"];
/** Packages in the older format ask for these. */
const BANNER = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

const run = globalThis as typeof globalThis & { workerOfThisRun?: ReturnType<typeof bundle> };

/**
 * The worker in one file for all projects of a run. Tests start a hundred of them, and to read its sources one by one takes tsx several
 * times the CPU of everything else they do.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  run.workerOfThisRun ??= bundle();
  const { file, clear } = await run.workerOfThisRun;
  project.provide("workerFile", file);
  return clear;
}

async function bundle() {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, "worker-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear); // a run that is cut short
  const file = path.join(folder, "main.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["worker/main.ts"],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: OUTSIDE,
    banner: { js: BANNER },
    logLevel: "warning",
  });
  return { file, clear };
}
