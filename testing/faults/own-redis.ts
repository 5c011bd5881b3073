import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { freePort } from "#launch/free-port.mjs";
import { findProgram } from "#testing/find-program.ts";

/** A Redis with one owner, who may stop, start, empty and fill it. It keeps nothing: stopped, all of it is gone. */
export type OwnRedis = {
  url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** One command, over a connection of its own. */
  ask(command: string, ...args: string[]): Promise<unknown>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
};

/** Why there can be no Redis here, or null where there can. */
export function whyNoRedis(): string | null {
  return findProgram("redis-server") ? null : "redis-server is not installed (Debian: apt-get install redis-server)";
}

export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-redis-"));
  const flags = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess;

  const start = async () => {
    server = spawn("redis-server", [...flags, "--maxmemory-policy", "noeviction"], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.once("exit", (code) => reject(new Error(`redis-server ended with ${code}.`)));
      server.stdout!.on("data", (text: Buffer) => text.includes("Ready to accept connections") && resolve());
    });
  };
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL"); // what was to be saved is not
    await once(server, "exit");
  };
  const ask = async (command: string, ...args: string[]) => {
    const client = new Redis(url);
    try {
      return await client.call(command, ...args);
    } finally {
      client.disconnect();
    }
  };
  const remove = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return { url, start, stop, ask, remove };
}
