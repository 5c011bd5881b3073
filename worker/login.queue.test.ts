import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_POLICY } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { createMonitor } from "#db/monitor/create-monitor.ts";
import { retryLogin } from "#db/monitor/retry-login.ts";
import { pool } from "#db/pool.ts";
import { createTrial } from "#db/trial/create-trial.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { makeChannel, makeTeam, makeUser } from "#testing/makers.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { expect as hear, send, startTls } from "#testing/server/steps.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const SECRET = "caNary horse 7 ünïcode";
const USERNAME = "ada@example.org";

let server: PlayedServer;
let worker: SpawnedWorker;
let ca: string;

beforeEach(async () => {
  const authority = makeAuthority();
  ca = authority.cert;
  server = await play([
    startTls(makeCertificate({ names: ["127.0.0.1"], issuer: authority })),
    send("220 mx.example ESMTP\r\n"),
    hear(/^EHLO /),
    send("250-mx.example\r\n250 AUTH PLAIN\r\n"),
    async (player) => {
      if ((await player.line()).startsWith("AUTH ")) {
        player.send("535 5.7.8 Authentication failed\r\n");
        await player.line();
      }
      player.send("221 2.0.0 bye\r\n");
    },
  ]);
  worker = await spawnWorker();
});
afterEach(async () => {
  await worker.end("SIGKILL");
  await server.close();
});

const attempts = () => server.received().filter((said) => /^AUTH PLAIN /m.test(said)).length;

test(
  "a wrong password is said once, until somebody wants it to be said again, and to nobody else",
  { timeout: 90_000 },
  async () => {
    const team = await makeTeam();
    const user = await makeUser({ team });
    const login = { mechanism: "best", username: USERNAME } as const;
    const target = { kind: "smtp", host: "127.0.0.1", port: server.port, tls: "implicit", ehloName: "probe.example", until: "auth", login, trust: { ca } } as const; // prettier-ignore
    const policy = { ...DEFAULT_POLICY, intervalS: 86_400, confirmations: 2 };
    const draft = { name: "Submission", tags: [], target, policy, secret: { kind: "new", secret: SECRET } as const };
    const made = await createMonitor(team.id, draft, { channelIds: [(await makeChannel(team)).id], policyId: null });
    const { monitorId } = made as { monitorId: number };
    const results = () => prisma.result.findMany({ where: { monitorId }, orderBy: { slotAt: "asc" } });

    const rows = await untilSo(results, ({ length }) => length >= 3, 45_000);
    expect(rows.map(({ reason }) => reason)).toEqual(["auth.reply", "auth.stopped", "auth.stopped"]);
    expect(attempts()).toBe(1);
    expect(await prisma.incident.findFirst({ where: { monitorId } })).toMatchObject({ reason: { code: "auth.reply" } });

    expect(await retryLogin(team.id, monitorId)).toBe("requested");
    const again = await untilSo(results, ({ length }) => length >= 4, 10_000);
    expect(again.at(-1)!.reason).toBe("auth.reply");
    expect(attempts()).toBe(2);

    const trial = await createTrial(team.id, user.id, { target, timeLimitS: 5, secret: null, fromMonitorId: monitorId });
    const { trialId } = trial as { trialId: string };
    await untilSo(
      () => prisma.trial.findUniqueOrThrow({ where: { id: trialId } }),
      ({ finishedAt }) => finishedAt !== null,
      10_000,
    );
    expect(attempts()).toBe(3);

    const said = server.received().join("");
    const kept = `${await everythingStored()}${JSON.stringify(worker.log())}`;
    expect(said).toContain(spellings().at(-1)); // it was sent, so it could have been kept
    expect(kept).toContain(USERNAME);
    expect(spellings().filter((spelling) => kept.includes(spelling))).toEqual([]);
  },
);

/** The secret in every way it could have got somewhere. */
function spellings(): string[] {
  const bytes = Buffer.from(SECRET);
  const plain = Buffer.from(`\0${USERNAME}\0${SECRET}`);
  return [
    SECRET,
    "caNary horse",
    bytes.toString("hex"),
    bytes.toString("base64"),
    encodeURIComponent(SECRET),
    plain.toString("base64"),
  ];
}

/** Every row of every table, of the queue too, where it is there. */
async function everythingStored(): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'bullmq')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`select to_jsonb(each)::text as text from ${name} as each`);
    texts.push(...rows.map(({ text }) => text));
  }
  return texts.join("\n");
}
