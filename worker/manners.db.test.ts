import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { startMannersServer } from "#testing/manners-server.ts";
import { printFigure } from "#testing/print-figure.ts";

const ROOT = path.join(import.meta.dirname, "..");
const EHLO_NAME = "probe.ehlowatch.example";
const WORKERS = 2;

/** Two workers in processes of their own check the same addresses at the same time. */
async function watched(work: { addresses: number; rounds: number; atOnce: number; perMinute: number }) {
  const server = await startMannersServer(EHLO_NAME, 1);
  onTestFinished(() => server.close());
  const input = JSON.stringify({ ...work, port: server.port, ehloName: EHLO_NAME });
  const run = () => promisify(execFile)(process.execPath, ["--import", "tsx", "testing/manners-worker.ts", input], { cwd: ROOT });
  const ran = await Promise.all(Array.from({ length: WORKERS }, run));
  return { manners: server.manners(), codes: ran.map(({ stdout }) => JSON.parse(stdout) as Record<string, number>) };
}

test(
  "10,000 connections from two workers: one at a time to an address, few in a minute, in good order",
  { timeout: 180_000 },
  async () => {
    const work = { addresses: 500, rounds: 10, atOnce: 100, perMinute: 60 };
    const { manners, codes } = await watched(work);
    const each = work.addresses * work.rounds;
    expect(manners).toMatchObject({ connections: WORKERS * each, overlaps: 0, strangeLines: [], withoutQuit: 0 });
    expect(manners.mostInAMinute).toBeLessThanOrEqual(work.perMinute);
    expect(codes).toEqual(Array.from({ length: WORKERS }, () => ({ up: each })));
    printFigure(
      "P04",
      `${manners.connections} connections, ${manners.overlaps} at the same time to one address, at most ${manners.mostInAMinute} to one in a ` +
        `minute (${work.perMinute} allowed), ${manners.withoutQuit} without QUIT, ${manners.strangeLines.length} strange lines`,
    );
  },
);

test(
  "without a limit a minute it is still one at a time, from the moment there are two workers",
  { timeout: 120_000 },
  async () => {
    const { manners } = await watched({ addresses: 20, rounds: 30, atOnce: 40, perMinute: 0 });
    expect(manners).toMatchObject({ connections: WORKERS * 600, overlaps: 0, strangeLines: [], withoutQuit: 0 });
  },
);
