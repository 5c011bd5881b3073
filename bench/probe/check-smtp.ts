import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { EHLO_NAME } from "../bare-dialogue.ts";
import { waitedForCpuUs } from "../process-cost.ts";
import type { Client, Target } from "./client.ts";
import { findPlugin } from "./find-plugin.ts";

/**
 * The monitoring plugin (Debian: monitoring-plugins-basic), a process for each probe, started by xargs. With TLS it looks at the
 * certificate's dates, which is all the verifying it knows.
 */
export async function startCheckSmtp({ host, port, caFile }: Target): Promise<Client | null> {
  const plugin = findPlugin("check_smtp");
  if (plugin === null) return null;
  const args = [plugin, "-H", host, "-p", String(port), "-F", EHLO_NAME, ...(caFile === null ? [] : ["-S", "-D", "14"])];

  return {
    runBatch: async (count, atOnce) => {
      const before = waitedForCpuUs();
      const xargs = spawn("xargs", ["-P", String(atOnce), "-I", "{}", ...args], { stdio: ["pipe", "pipe", "inherit"] });
      const ended = once(xargs, "exit");
      xargs.stdin.end("once\n".repeat(count));
      const good = (await text(xargs.stdout)).split("\n").filter((line) => /\bOK\b/.test(line)).length;
      await ended;
      return { good, cpuUs: waitedForCpuUs() - before };
    },
    stop: async () => undefined,
  };
}
