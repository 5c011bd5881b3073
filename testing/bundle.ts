import { rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const ROOT = path.join(import.meta.dirname, "..");
/** In reach of the packages that stay outside, which bring machine code. */
const CACHE = path.join(ROOT, "node_modules", ".cache");
const OUTSIDE = ["@node-rs/argon2"];
/** Packages in the older format ask for these. */
const BANNER = `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

/**
 * A program of ours in one file: to read its sources one by one takes tsx several times the CPU of everything else a process of a test does.
 * `remove` deletes it. Made again in the same process it is the same file.
 */
export async function bundle(entry: string): Promise<{ file: string; remove: () => void }> {
  const file = path.join(CACHE, `ehlowatch-${process.pid}-${path.basename(entry, ".ts")}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    jsx: "automatic",
    external: OUTSIDE,
    banner: { js: BANNER },
    logLevel: "warning",
  });
  return { file, remove: () => rmSync(file, { force: true }) };
}
