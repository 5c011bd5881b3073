/**
 * What one probe costs: CPU time of our probe, of a bare socket loop (the limit in Node) and of programs that do the same job, against
 * the same server on loopback, in the clear and with STARTTLS.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import type { KeyKind } from "./probe/certificates.ts";
import { PLAIN, STARTTLS } from "./probe/contenders.ts";
import { measure } from "./probe/measure.ts";
import { readProbeBenchOptions } from "./probe/options.ts";
import { probeReport, type Section } from "./probe/report.ts";
import { startStarttlsServer } from "./probe/start-starttls-server.ts";

const options = readProbeBenchOptions(process.argv.slice(2));
const report = probeReport(options, [
  await measurePlain(),
  await measureStarttls("rsa", "STARTTLS, RSA-2048"),
  await measureStarttls("ecdsa", "STARTTLS, ECDSA P-256"),
]);
console.log(report);
if (options.save) save(report);

async function measurePlain(): Promise<Section> {
  const sink = await startSmtpSink();
  try {
    const target = { host: "127.0.0.1", port: sink.port, caFile: null };
    return { title: "In the clear", aim: 1.3, figures: await measure(PLAIN, target, options) };
  } finally {
    await sink.stop();
  }
}

async function measureStarttls(kind: KeyKind, title: string): Promise<Section> {
  const server = await startStarttlsServer(kind);
  try {
    return { title, aim: 1.15, figures: await measure(STARTTLS, server.target, options) };
  } finally {
    await server.stop();
  }
}

function save(report: string) {
  const folder = path.join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "probe.md"), `${report}\n`);
}
