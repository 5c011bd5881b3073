import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "#launch/free-port.mjs";
import { findProgram } from "./find-program.ts";
import { untilGreeted } from "./greeted.ts";

/** Postfix' own test server: it answers every dialogue and throws every mail away. It answers at any address of 127.0.0.0/8. */
export type SmtpSink = { port: number; pid: number; start(): Promise<void>; stop(): Promise<void> };

/** How many dialogues it holds at once, and how many more may wait. */
const CONCURRENCY = 18_000;
const BACKLOG = 4_000;

/** Why an smtp-sink cannot be started here, or null where it can. */
export function whyNoSmtpSink(): string | null {
  return findProgram("smtp-sink") ? null : "smtp-sink is not installed (Debian: apt-get install postfix)";
}

/** Starts one. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const missing = whyNoSmtpSink();
  if (missing !== null) throw new Error(missing);
  const program = findProgram("smtp-sink")!;
  const port = await freePort();
  const asOrdinaryUser = process.getuid?.() === 0 ? ["-u", "nobody"] : []; // it refuses to run as root

  const start = async () => {
    const child = spawn(program, [...asOrdinaryUser, "-m", String(CONCURRENCY), `:${port}`, String(BACKLOG)], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    sink.pid = child.pid!;
    sink.stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    };
    const failed = once(child, "exit").then(() => Promise.reject(new Error(`smtp-sink ended: ${complaint}`)));
    await Promise.race([untilGreeted(port), failed]);
    failed.catch(() => undefined); // from here on its end is wanted
  };

  const sink: SmtpSink = { port, pid: 0, start, stop: async () => undefined };
  await start();
  return sink;
}
