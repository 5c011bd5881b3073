import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { beforeAll, expect, inject, test } from "vitest";

const FIRST = "20261123000000_first";
const ROOT = path.join(import.meta.dirname, "..");
const SLOT = "2026-11-23T18:00:00.000Z";
const TARGET = { kind: "smtp", host: "mx1.example.com", port: 25, tls: "starttls", ehloName: "probe.example.net" };
const REASON = { code: "greeting.reply", stage: "greeting", reply: { code: 554, enhanced: null, lines: ["no"] }, detail: null };
const FACTS = { addresses: ["192.0.2.25"], address: "192.0.2.25", banner: null, capabilities: [], tls: null, certificate: null };

/** A database as the first version left it, with a monitor that is down, brought up to date by `npm run migrate`. */
beforeAll(async () => {
  const server = new URL(inject("postgresUrl"));
  const name = `old_${randomBytes(8).toString("hex")}`;
  await query(server.href, `create database ${name}`);
  const url = new URL(`/${name}`, server).href;
  const sql = readFileSync(path.join(ROOT, "prisma/migrations", FIRST, "migration.sql"), "utf8");
  await query(url, sql);
  await query(
    url,
    `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
       migration_name varchar(255) not null, logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
       applied_steps_count integer not null default 0)`,
  );
  const checksum = createHash("sha256").update(sql).digest("hex");
  await query(
    url,
    "insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ('1', $1, now(), $2, 1)",
    [checksum, FIRST],
  );
  await fill(url);
  const env = { ...process.env, DATABASE_URL: url };
  await promisify(execFile)(process.execPath, ["--import", "tsx", "prisma/migrate-now.ts"], { cwd: ROOT, env });
  process.env.DATABASE_URL = url; // before anything that reads it is imported
}, 60_000);

async function query(url: string, text: string, values?: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await (values ? client.query(text, values) : client.query(text));
  } finally {
    await client.end();
  }
}

async function fill(url: string): Promise<void> {
  const timings = JSON.stringify([
    { stage: "connect", ms: 3.5 },
    { stage: "greeting", ms: 12 },
  ]);
  const statements: [string, unknown[]][] = [
    ["insert into team (id, name) values (1, 'Old')", []],
    ["insert into location (id, name) values (1, 'local')", []],
    ["insert into channel (id, team_id, kind, name, config) values (1, 1, 'email', 'On call', $1)", [{ address: "a@example.org" }]],
    [
      `insert into monitor (id, team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       values (1, 1, 'Mail in', 'smtp', $1, 0, 60, 15, 2)`,
      [TARGET],
    ],
    ["insert into monitor_channel (monitor_id, channel_id) values (1, 1)", []],
    [
      `insert into incident (id, team_id, monitor_id, started_at, opened_at, reason, slot_at, location_id) values (1, 1, 1, $1, $1, $2, $1, 1)`,
      [SLOT, REASON],
    ],
    [
      `insert into health (monitor_id, status, reason, since, last_slot_at, incident_id, revision) values (1, 'down', 'greeting.reply', $1, $1, 1, 1)`,
      [SLOT],
    ],
    [
      `insert into transcript (monitor_id, slot_at, location_id, status, reason, timings, facts, warnings, lines)
       values (1, $1, 1, 'down', $2, $3, $4, '[]', '[]'), (1, '2026-11-23T17:00:00Z', 1, 'unknown', null, '[]', $4, '[]', '[]')`,
      [SLOT, REASON, timings, FACTS],
    ],
    ["create table result_20261123 partition of result for values from ('2026-11-23') to ('2026-11-24')", []],
    [
      `insert into result (slot_at, monitor_id, status, location_id, late_ms, reply_code, reason, timings)
       values ($1, 1, 'down', 1, 7, 554, 'greeting.reply', '{0,-1,300,-1,32767}')`,
      [SLOT],
    ],
    [
      `insert into rollup_hour (monitor_id, hour_at, up, degraded, down, unknown, stage_sum_ms, stage_counts)
       values (1, '2026-11-23T17:00:00Z', 3, 0, 0, 0, '{400,0,20000}', '{3,0,2}')`,
      [],
    ],
    [
      "insert into delivery (team_id, channel_id, monitor_id, incident_id, kind, message) values (1, 1, 1, 1, 'incident_opened', $1)",
      [{ kind: "incident_opened" }],
    ],
  ];
  for (const [text, values] of statements) await query(url, text, values);
}

test("a monitor of the first version is as it was, and has the usual policy for what is new", async () => {
  const { readMonitor } = await import("#db/monitor/read-monitor.ts");
  expect(await readMonitor(1, 1)).toMatchObject({
    target: TARGET,
    incidentFrom: "down",
    tellOf: ["certificate-expiry", "starttls"],
    hasSecret: false,
    isLoginStopped: false,
    retryAt: null,
    lastFacts: null,
    incidentId: 1,
  });
});

test("its dialogues have stages without replies, and its incident was about being down", async () => {
  const { readTranscript } = await import("#db/transcript/read-transcript.ts");
  const { readIncident } = await import("#db/incident/read-incident.ts");
  expect(await readTranscript(1, 1, { slotAt: Date.parse(SLOT), locationId: 1 })).toMatchObject({
    stages: [
      { stage: "connect", ms: 3.5, reply: null },
      { stage: "greeting", ms: 12, reply: null },
    ],
  });
  expect(await readTranscript(1, 1, { slotAt: Date.parse("2026-11-23T17:00:00Z"), locationId: 1 })).toMatchObject({ stages: [] });
  expect(await readIncident(1, 1)).toMatchObject({ status: "down" });
});

test("its checks go on where they were", async () => {
  const { recordResults } = await import("#db/result/record-results.ts");
  const { ensurePartitions } = await import("#db/partition/ensure-partitions.ts");
  const { loadCheck } = await import("#db/schedule/load-check.ts");
  const { makeResult } = await import("#testing/checks.ts");
  const { readIncident } = await import("#db/incident/read-incident.ts");
  const at = Math.ceil(Date.now() / 60_000) * 60_000;
  await ensurePartitions(at);
  expect(await loadCheck(1)).toMatchObject({ sealed: null, memory: { hasOfferedStarttls: false, isLoginRefused: false } });
  const checks = [0, 1, 2].map((minute) => {
    const slotAt = at + minute * 60_000;
    return { monitorId: 1, revision: 1, locationId: 1, slotAt, result: makeResult("up", slotAt) };
  });
  expect(await recordResults(checks)).toMatchObject({ written: 3 });
  expect((await readIncident(1, 1))!.resolvedAt).not.toBeNull();
});

test("its results and its rollups are there, of which only the sums are known", async () => {
  const { latestChecks } = await import("#db/result/latest-checks.ts");
  const { prisma } = await import("#db/client.ts");
  const { unpackTallies } = await import("#db/rollup/pack-tallies.ts");
  const [check] = await latestChecks(1, 1, 100).then((checks) => checks.filter(({ slotAt }) => slotAt.toISOString() === SLOT));
  expect(check).toMatchObject({
    status: "down",
    reason: "greeting.reply",
    replyCode: 554,
    timings: [
      { stage: "dns", ms: 0 },
      { stage: "greeting", ms: 300 },
      { stage: "quit", ms: 32_767 },
    ],
  });
  const row = { monitor_id: 1, slot_at: SLOT, location_id: 1 };
  const again = query(process.env.DATABASE_URL!, "insert into result (monitor_id, slot_at, location_id, status, late_ms, timings) values ($1, $2, $3, 'up', 0, '')", Object.values(row)); // prettier-ignore
  await expect(again).rejects.toMatchObject({ code: "23505" });
  const { tallies, up } = await prisma.rollupHour.findFirstOrThrow({ where: { monitorId: 1 } });
  expect({ up, ...unpackTallies(tallies) }).toEqual({
    up: 3,
    whole: { checks: 0, sumMs: 0, histogram: [] },
    stages: [
      { checks: 3, sumMs: 400, histogram: [] },
      { checks: 0, sumMs: 0, histogram: [] },
      { checks: 2, sumMs: 20_000, histogram: [] },
    ],
  });
});
