import { afterEach, beforeEach, expect, test } from "vitest";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import type { Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { expect as hear, hold, send, type Dialogue, type Step } from "#testing/server/steps.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const untilDot: Step = async (player) => {
  while ((await player.line()) !== ".");
};
const answered = (line: RegExp, reply: string): Dialogue => [hear(line), send(`${reply}\r\n`)];
const ENVELOPE: Dialogue = [
  send("220 mx.example ESMTP\r\n"),
  ...answered(/^EHLO /, "250 mx.example"),
  ...answered(/^MAIL FROM:<>$/, "250 ok"),
  ...answered(/^RCPT TO:<ada@example\.org>$/, "250 ok"),
];
const TAKEN: Dialogue = [...ENVELOPE, ...answered(/^DATA$/, "354 go"), untilDot];

/** The message is sent, and a while later something is said that shows how far the script came. */
const scriptFor = (port: number) => `version: 1
servers:
  mx: { protocol: smtp, host: 127.0.0.1, port: ${port}, tls: none }
steps:
  - { smtp: connect, server: mx }
  - { smtp: ehlo }
  - { smtp: mail, from: "" }
  - { smtp: rcpt, to: ada@example.org }
  - { smtp: data }
  - { wait: 3s }
  - { smtp: send, line: NOOP }
`;

let team: Team;
let workers: SpawnedWorker[];

beforeEach(async () => {
  await prisma.team.deleteMany();
  await prisma.result.deleteMany();
  await prisma.worker.deleteMany();
  await prisma.schedule.update({ where: { id: 1 }, data: { cursorAt: null } });
  team = await makeTeam();
  workers = [];
  return () => Promise.all(workers.map((worker) => worker.end("SIGKILL")));
});

/** What each connection in turn is played, and the last one to all that follow. */
async function serve(...dialogues: Dialogue[]): Promise<PlayedServer> {
  const server = await play(() => (dialogues.length > 1 ? dialogues.shift()! : dialogues[0]!));
  afterEach(() => server.close());
  return server;
}

const messagesAt = (server: PlayedServer) =>
  server
    .received()
    .join("")
    .match(/^Subject: Mail test [a-z0-9]{25}/gm) ?? [];

async function start(): Promise<SpawnedWorker> {
  const worker = await spawnWorker();
  workers.push(worker);
  return worker;
}

/** A monitor that is checked at once, and not again by itself. */
async function watch(server: PlayedServer) {
  const { target } = mailflowTarget(scriptFor(server.port));
  const monitor = await makeMonitor(team, { target: target!, policy: { intervalS: 86_400, timeLimitS: 60, confirmations: 0 } });
  const { id } = await prisma.checkRequest.create({ data: { monitorId: monitor.id } });
  await notify("check_requested", String(id));
  return monitor;
}

const later: Dialogue = [...ENVELOPE, ...answered(/^NOOP$/, "250 still here"), ...answered(/^QUIT$/, "221 bye")];

test(
  "a worker killed between DATA and the search is followed by one that sends nothing and goes on",
  { timeout: 60_000 },
  async () => {
    const server = await serve([...TAKEN, send("250 taken\r\n"), hold], later);
    const first = await start();
    const monitor = await watch(server);
    const run = () => prisma.mailflowRun.findFirst({ where: { monitorId: monitor.id } });
    const before = await untilSo(run, (row) => row?.outcome === "accepted", 15_000);
    await first.end("SIGKILL");
    await start();
    const result = await untilSo(
      () => prisma.result.findFirst({ where: { monitorId: monitor.id } }),
      (row) => row !== null,
      40_000,
    );
    expect(result).toMatchObject({ status: "up" });
    expect(result!.slotAt).toEqual(before!.slotAt);
    expect(messagesAt(server)).toEqual([`Subject: Mail test ${before!.token}`]);
    expect(await prisma.mailflowRun.count({ where: { monitorId: monitor.id } })).toBe(1);
    printFigure("H45", `a worker was killed between DATA and the search: ${messagesAt(server).length} message sent`);
  },
);

test("one killed before anybody has said whether it was taken sends none either (H45)", { timeout: 60_000 }, async () => {
  const server = await serve([...TAKEN, hold], later);
  const first = await start();
  const monitor = await watch(server);
  await untilSo(
    async () => messagesAt(server),
    ({ length }) => length === 1,
    15_000,
  );
  await first.end("SIGKILL");
  await start();
  const result = await untilSo(
    () => prisma.result.findFirst({ where: { monitorId: monitor.id } }),
    (row) => row !== null,
    40_000,
  );
  expect(result).toMatchObject({ status: "unknown", reason: "data.unconfirmed" });
  expect(messagesAt(server)).toHaveLength(1);
  expect(await prisma.mailflowRun.findFirst({ where: { monitorId: monitor.id } })).toMatchObject({
    outcome: null,
    sentAt: expect.any(Date),
  });
});
