import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#launch/free-port.mjs";
import { findProgram } from "#testing/find-program.ts";
import { EHLO_NAME } from "../bare-dialogue.ts";
import { costOf } from "../process-cost.ts";
import type { Client, Target } from "./client.ts";

const START_WITHIN_MS = 10_000;

/** The Prometheus project's prober, running. */
export type Exporter = { url: string; pid: number; stop: () => Promise<void> };

/**
 * Starts the exporter (Debian: prometheus-blackbox-exporter) with these modules; it trusts the authorities of `caFile`. Null where it is
 * not installed.
 */
export async function startExporter(modules: Record<string, unknown>, caFile: string | null): Promise<Exporter | null> {
  const program = findProgram("prometheus-blackbox-exporter");
  if (program === null) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-bench-"));
  const configuration = path.join(folder, "blackbox.json"); // YAML holds JSON
  await writeFile(configuration, JSON.stringify({ modules }));
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = [`--config.file=${configuration}`, `--web.listen-address=${new URL(url).host}`, "--log.level=error"];
  const env = { ...process.env, ...(caFile === null ? {} : { SSL_CERT_FILE: caFile }) };
  const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(child, "exit");
  await untilHealthy(url);
  const stop = async () => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true });
  };
  return { url, pid: child.pid!, stop };
}

/** The exporter as a client to measure, asked over HTTP as Prometheus asks it. */
export async function startBlackboxExporter(target: Target): Promise<Client | null> {
  const exporter = await startExporter({ smtp: moduleFor(target) }, target.caFile);
  if (exporter === null) return null;
  const { url, pid, stop } = exporter;
  const probe = async () => {
    const answer = await fetch(`${url}/probe?module=smtp&target=${target.host}:${target.port}`);
    return (await answer.text()).includes("\nprobe_success 1\n");
  };
  return {
    runBatch: async (count, atOnce) => {
      let left = count;
      let good = 0;
      const before = costOf(pid).cpuUs;
      const probeInTurn = async () => {
        while (left > 0) {
          left -= 1;
          if (await probe()) good += 1;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, probeInTurn));
      return { good, cpuUs: costOf(pid).cpuUs - before };
    },
    stop,
  };
}

/** The dialogue as its documentation writes one for SMTP, and on to a farewell. */
function moduleFor({ host, caFile }: Target) {
  const hello = { send: `EHLO ${EHLO_NAME}\r` };
  const leave = [{ send: "QUIT\r" }, { expect: "^221" }];
  const plain = [{ expect: "^220 " }, hello, { expect: "^250 " }, ...leave];
  const starttls = [
    { expect: "^220 " },
    hello,
    { expect: "^250-STARTTLS" },
    { expect: "^250 " },
    { send: "STARTTLS\r" },
    { expect: "^220" },
    { starttls: true },
    hello,
    { expect: "^250 " },
    ...leave,
  ];
  const tcp = caFile === null ? { query_response: plain } : { tls_config: { server_name: host }, query_response: starttls };
  return { prober: "tcp", timeout: "10s", tcp };
}

async function untilHealthy(url: string): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  while (
    !(await fetch(`${url}/-/healthy`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) throw new Error(`blackbox_exporter did not start within ${START_WITHIN_MS} ms`);
    await sleep(50);
  }
}
