import { afterAll, beforeAll, expect, test } from "vitest";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { sealSecret } from "#db/secret/seal-secret.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { taking } from "#testing/server/dialogues/taking.ts";
import { imapMailbox, pop3Mailbox } from "#testing/server/mailbox.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

/** A worker that is killed is known to be gone after its lease, and what it was at is run again. */
const TAKEN_UP_WITHIN_MS = 45_000;

/** One for each protocol, since an address has a turn at a time. */
const HOSTS = { imap: "127.0.0.2", pop3: "127.0.0.3" } as const;
type Protocol = keyof typeof HOSTS;

const issuer = makeAuthority();
const certificate = makeCertificate({ names: Object.values(HOSTS), issuer });

/** A server of mail, and a mailbox into which nothing of it comes until it is delivered. */
type Chain = { protocol: Protocol; out: PlayedServer; box: PlayedServer; deliver: () => void };

async function startChain(protocol: Protocol): Promise<Chain> {
  const host = HOSTS[protocol];
  const out = await play(taking, { host });
  const isDelivered = { now: false };
  const subjects = () => (isDelivered.now ? sentBy(out) : []);
  const mailbox = protocol === "imap" ? imapMailbox : pop3Mailbox;
  const box = await play(mailbox(certificate, subjects), { host });
  return { protocol, out, box, deliver: () => void (isDelivered.now = true) };
}

const sentBy = (out: PlayedServer): string[] =>
  out
    .received()
    .join("")
    .match(/(?<=^Subject: ).*$/gm) ?? [];
const looksInto = ({ box }: Chain): number =>
  box
    .received()
    .join("")
    .match(/^(\S+ UID SEARCH|STAT)/gm)?.length ?? 0;

function scriptFor({ protocol, out, box }: Chain): string {
  const search = protocol === "imap" ? "imap: search, folders: [INBOX]" : "pop3: search";
  const trust = `{ ca: ${JSON.stringify(issuer.cert)} }`;
  return `version: 1
servers:
  out: { protocol: smtp, host: ${HOSTS[protocol]}, port: ${out.port}, tls: none }
  box: { protocol: ${protocol}, host: ${HOSTS[protocol]}, port: ${box.port}, tls: implicit, trust: ${trust} }
steps:
  - { smtp: connect, server: out }
  - { smtp: ehlo }
  - { smtp: mail, from: "" }
  - { smtp: rcpt, to: ada@example.org }
  - { smtp: data }
  - { ${protocol}: connect, server: box }
  - { ${protocol}: login, username: ada, secret: mailbox }
  - { ${search}, every: 2s, limit: 50s }
`;
}

const listRuns = () => prisma.mailflowRun.findMany({ orderBy: { monitorId: "asc" } });

let chains: Chain[];
const workers: SpawnedWorker[] = [];

const start = async () => {
  workers.push(await spawnWorker());
  return workers.at(-1)!;
};

/** A monitor that is checked at once, and not again by itself. */
async function watch(chain: Chain): Promise<number> {
  const team = await makeTeam();
  const { target } = mailflowTarget(scriptFor(chain));
  const policy = { intervalS: 86_400, timeLimitS: 60, confirmations: 0 };
  const { id: monitorId } = await makeMonitor(team, { target: target!, policy });
  const secret = Uint8Array.from(sealSecret({ teamId: team.id, monitorId }, JSON.stringify({ mailbox: "correct horse" })));
  await prisma.monitor.update({ where: { id: monitorId }, data: { secret } });
  const { id } = await prisma.checkRequest.create({ data: { monitorId } });
  await notify("check_requested", String(id));
  return monitorId;
}

beforeAll(async () => {
  await prisma.schedule.update({ where: { id: 1 }, data: { cursorAt: null } });
  chains = [await startChain("imap"), await startChain("pop3")];
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
  await Promise.all(chains.flatMap(({ out, box }) => [out.close(), box.close()]));
});

test(
  "a worker killed between two looks into a mailbox is followed by one that finds the message of the same run, and sends none (H45)",
  { timeout: 90_000 },
  async () => {
    const first = await start();
    const monitorIds: number[] = [];
    for (const chain of chains) monitorIds.push(await watch(chain));
    await untilSo(
      () => chains.map(looksInto),
      (looks) => looks.every((count) => count >= 1),
      20_000,
    );
    await first.end("SIGKILL");
    const looked = chains.map(looksInto);
    const before = await listRuns();
    expect(before).toMatchObject(monitorIds.map((monitorId) => ({ monitorId, outcome: "accepted", foundAt: null })));
    expect(await prisma.result.count()).toBe(0);

    for (const { deliver } of chains) deliver();
    await start();
    const results = await untilSo(
      () => prisma.result.findMany({ orderBy: { monitorId: "asc" } }),
      ({ length }) => length === chains.length,
      TAKEN_UP_WITHIN_MS,
    );
    expect(results).toMatchObject(before.map(({ monitorId, slotAt }) => ({ monitorId, slotAt, status: "up" })));
    expect(await listRuns()).toMatchObject(before.map(({ token }) => ({ token, foundAt: expect.any(Date), folder: "INBOX" })));
    for (const [index, chain] of chains.entries()) {
      expect(sentBy(chain.out)).toEqual([`Mail test ${before[index]!.token}`]);
      expect(looksInto(chain)).toBeGreaterThan(looked[index]!);
      printFigure(
        "H45",
        `a worker was killed in its ${chain.protocol} search: ${sentBy(chain.out).length} message sent, found by the next`,
      );
    }
  },
);
