import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Complaint } from "./complaint.mjs";
import { runTool } from "./run-tool.mjs";

/** @typedef {{ version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list last, so an install that was cut short has
 * none.
 * @param {string} root
 * @param {{ dev: boolean }} what whether the tools for development are needed too
 */
export function isInstalled(root, { dev }) {
  const list = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  const there = packagesOf(list);
  return Object.entries(wanted).every(([place, { version, ...is }]) => {
    if (place === "" || is.link) return true;
    if (!there[place]) return is.optional || is.devOptional || (is.dev && !dev); // optional: for another platform
    return there[place].version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/**
 * Installs exactly what package-lock.json says. Install scripts stay off: of ours only PostgreSQL's links are needed, and
 * `findBinaries` makes those.
 * @param {Omit<import("./run-tool.mjs").Tool, "args">} tool
 * @param {{ dev: boolean }} what
 */
export async function install(tool, { dev }) {
  const patience = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", dev ? "--include=dev" : "--omit=dev", ...patience];
  const { code, said } = await runTool({ ...tool, args: [findNpm(tool.env), ...args] });
  if (code !== 0) throw new Complaint(sentenceFor(said));
}

/**
 * npm's own program file: the one that started us, or the one that came with this Node.
 * @param {NodeJS.ProcessEnv} env
 */
function findNpm(env) {
  const bin = path.dirname(process.execPath);
  const places = [
    env.npm_execpath?.endsWith("npm-cli.js") ? env.npm_execpath : "",
    path.join(bin, "../lib/node_modules/npm/bin/npm-cli.js"),
    path.join(bin, "../share/nodejs/npm/bin/npm-cli.js"), // Debian
    path.join(bin, "node_modules/npm/bin/npm-cli.js"), // Windows
  ];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Complaint("There is no npm beside this Node: install npm, then start with `npm start`.");
  return found;
}

/** @param {string} said */
function sentenceFor(said) {
  if (/\bENOSPC\b/.test(said)) return "The disk is full: free at least 2 GB and start again.";
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/.test(said)
  ) {
    return "The npm registry cannot be reached, and packages are missing: connect to the internet, or set npm's registry to one in reach, and start again.";
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(said)) {
    return "The packages cannot be written to node_modules: give this user the right to, or start as the user the clone belongs to.";
  }
  const line = said.match(/^npm (?:error|ERR!) (?!code)(.+)$/m)?.[1] ?? "npm ci failed";
  return `Packages could not be installed (${line.trim()}): run \`npm ci --ignore-scripts\` to see why.`;
}
