import { randomUUID } from "node:crypto";
import { stopListening } from "#db/listen.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { pool } from "#db/pool.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { runProbe } from "#probes/probe.ts";
import { createAddressTurns } from "#worker/address-turns.ts";
import { log } from "#worker/log.ts";
import { watchOutage } from "#worker/outage.ts";
import { makeWorkerState } from "./worker-state.ts";

// A process that checks one address after the other as a worker does, many at once, and prints what the checks came to.
const { port, addresses, rounds, atOnce, perMinute, ehloName } = JSON.parse(process.argv[2]!) as Record<string, number> & {
  ehloName: string;
};

const workerId = randomUUID();
await beatWorker(workerId, await ensureLocation("local"), makeWorkerState());
const turns = createAddressTurns(workerId, perMinute!, watchOutage(log, "the database"));
const codes: Record<string, number> = {};

const targets = Array.from(
  { length: addresses! * rounds! },
  (_, at) => `127.1.${(at % addresses!) >> 8}.${(at % addresses!) & 255}`,
);
const check = async (host: string) => {
  const { status, reason } = await runProbe(
    { kind: "smtp", host, port: port!, tls: "none", ehloName },
    { timeLimitMs: 30_000, dnsServers: [], allowPrivate: true, takeTurn: turns.takeTurn },
  );
  const code = reason?.code ?? status;
  codes[code] = (codes[code] ?? 0) + 1;
};
await Promise.all(
  Array.from({ length: atOnce! }, async () => {
    for (let host = targets.shift(); host !== undefined; host = targets.shift()) await check(host);
  }),
);
await turns.stop();
await stopListening();
await pool.end();
process.stdout.write(JSON.stringify(codes));
