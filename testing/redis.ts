import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "#launch/free-port.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The Redis of this run, without a database number; null where there is no redis-server. */
    redisUrl: string | null;
  }
}

/** More than there are test files: each takes the next. */
const DATABASES = 1000;

/** A Redis for this run that keeps nothing. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-redis-"));
  const options = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "no",
    databases: DATABASES,
    "maxmemory-policy": "noeviction",
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "inherit"] });
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const stop = async () => {
    if (server.kill()) await once(server, "exit");
    clear();
  };
  process.once("exit", () => {
    server.kill(); // a run that is cut short
    clear();
  });

  const isThere = await new Promise<boolean>((resolve, reject) => {
    server.once("error", () => resolve(false));
    server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}.`)));
    server.stdout.on("data", (text: Buffer) => text.includes("Ready to accept connections") && resolve(true));
  });
  if (!isThere && process.env.CI === "true") throw new Error("There is no redis-server: apt-get install redis-server.");
  if (!isThere) console.warn("There is no redis-server: the queue is only tested on PostgreSQL (apt-get install redis-server).");
  project.provide("redisUrl", isThere ? `redis://127.0.0.1:${port}` : null);
  return stop;
}
