import { readFileSync } from "node:fs";
import { smtpTargetSchema } from "#core/monitor/monitor.ts";
import { runProbe, type ProbeOptions } from "#probes/probe.ts";
import { EHLO_NAME } from "../../bare-dialogue.ts";
import { readTarget, serveBatches } from "../serve-batches.ts";

const { host, port, caFile } = readTarget();
const target = smtpTargetSchema.parse({
  kind: "smtp",
  host,
  port,
  tls: caFile === null ? "none" : "starttls-required",
  ehloName: EHLO_NAME,
});
const options: ProbeOptions = {
  timeLimitMs: 10_000,
  dnsServers: [],
  allowPrivate: true,
  extraCas: caFile === null ? [] : [readFileSync(caFile, "utf8")],
};

serveBatches(async () => {
  const { status, stages, transcript } = await runProbe(target, options);
  return status === "up" && stages.length > 0 && transcript.length > 0;
});
