import { beforeAll, expect, onTestFinished, test } from "vitest";
import { loadMetrics } from "#app/_data/system/metrics.ts";
import { diagnose } from "#core/diagnosis/diagnosis.ts";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { DEFAULT_POLICY, type Policy, type Target } from "#core/monitor/monitor.ts";
import { transcriptText } from "#core/transcript/transcript-text.ts";
import { addChannel } from "#db/channel/add-channel.ts";
import { prisma } from "#db/client.ts";
import { createMonitor } from "#db/monitor/create-monitor.ts";
import { notify } from "#db/notify.ts";
import { sealSecret } from "#db/secret/seal-secret.ts";
import { readTranscript } from "#db/transcript/read-transcript.ts";
import { createTrial } from "#db/trial/create-trial.ts";
import { readTrial } from "#db/trial/read-trial.ts";
import { makeAuthority, makeCertificate } from "#testing/certificates.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { playProvider, type PlayedProvider } from "#testing/provider/play-provider.ts";
import { makeSecret } from "#testing/provider/webhook.ts";
import { mailboxPaths } from "#testing/secret-scripts/mailbox-paths.ts";
import type { SecretPath } from "#testing/secret-scripts/secret-path.ts";
import { smtpLoginPaths } from "#testing/secret-scripts/smtp-login-paths.ts";
import { smtpPaths } from "#testing/secret-scripts/smtp-paths.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { piecesIn, secretPieces } from "#testing/server/secret-pieces.ts";
import { TRACED_USER, tracesIn } from "#testing/server/secret-traces.ts";
import { startTls } from "#testing/server/steps.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { databaseTexts, type StoredText } from "#testing/stores/database-texts.ts";
import { redisTexts } from "#testing/stores/redis-texts.ts";
import { untilSo } from "#testing/until.ts";

const authority = makeAuthority();
const tls = startTls(makeCertificate({ names: ["mx.example"], issuer: authority }));
const PATHS = [smtpLoginPaths, smtpPaths, mailboxPaths].flatMap((pathsWith) => pathsWith(tls));
const PASSWORDS = [...new Set(PATHS.map(({ secret }) => secret))];
const POLICY: Policy = { ...DEFAULT_POLICY, intervalS: 86_400, timeLimitS: 20, confirmations: 0, incidentFrom: "degraded" };

/** So many checks are in hand at once, so that none runs out of time. */
const AT_ONCE = 15;

/** What a client says that is no part of a login. */
const OPEN_LINE =
  /^(?:EHLO|AUTH \S+$|NOOP|VRFY|MAIL|RCPT|DATA|RSET|QUIT|USER|CAPA|STAT|TOP|RETR|\.$|[A-Z][A-Za-z-]*: |a\d+ (?!LOGIN))/;
const LOGIN_COMMAND = /^(?:AUTH \S+|PASS|a\d+ LOGIN "[^"]*") ?/;

let mail: MailReceiver;
let hooks: PlayedProvider;
const workers: SpawnedWorker[] = [];
const played: PlayedServer[] = [];

const start = async () => void workers.push(await spawnWorker({ LOG_LEVEL: "trace", SMTP_URLS: mail.url }));

beforeAll(async () => {
  mail = await startMailReceiver();
  await start();
  return () => Promise.all([...workers.map((worker) => worker.end("SIGKILL")), mail.stop()]);
});

/** Each server has an address of its own, since there is one connection at a time to an address. */
let places = 0;
const nextHost = () => `127.0.${4 + Math.floor(places / 200)}.${(places++ % 200) + 1}`;

async function targetOf({ servers, steps }: SecretPath): Promise<Target> {
  const named: Record<string, object> = {};
  for (const [protocol, dialogue] of Object.entries(servers)) {
    const host = nextHost();
    const server = await play(dialogue, { host });
    onTestFinished(() => server.close().catch(() => undefined)); // its surprises are not what is asked here
    played.push(server);
    const isOpen = protocol === "smtp" && !steps.some((step) => "smtp" in step && step.smtp === "auth");
    const tls = isOpen ? { tls: "none" } : { tls: "implicit", trust: { ca: authority.cert, except: "name" } };
    named[protocol] = { protocol, host, port: server.port, ...tls };
  }
  const { target, problems } = mailflowTarget(JSON.stringify({ version: 1, deadline: "20s", servers: named, steps }, null, 1));
  if (target === null) throw new Error(JSON.stringify(problems));
  return target;
}

const passwordsOf = ({ secret }: SecretPath) => JSON.stringify({ password: secret });

/** A monitor that is checked at once and not again by itself, of a team that is told by mail and by webhook. */
async function watch(path: SecretPath) {
  const target = await targetOf(path);
  const team = await makeTeam();
  const settings = { config: { url: `${hooks.origin}/${team.id}` }, secrets: { signingSecret: makeSecret() }, leadsTo: "hooks" };
  const hookId = await addChannel(team.id, { kind: "webhook", name: "Hooks", ...settings, isVerified: true });
  const secret = { kind: "new" as const, secret: passwordsOf(path) };
  const draft = { name: path.name.slice(0, 100), tags: [], target, policy: POLICY, secret };
  const made = await createMonitor(team.id, draft, { channelIds: [(await makeChannel(team)).id, hookId], policyId: null });
  return { path, teamId: team.id, target, monitorId: (made as { monitorId: number }).monitorId };
}

/** The same, tried once before it is saved. */
async function tryOut(path: SecretPath) {
  const team = await makeTeam();
  const wish = { target: await targetOf(path), timeLimitS: 20, secret: passwordsOf(path), fromMonitorId: null };
  const made = await createTrial(team.id, (await makeUser({ team })).id, wish);
  return { teamId: team.id, trialId: (made as { trialId: string }).trialId };
}

/** One whose stored passwords are no JSON, which the error of JSON.parse would quote. */
async function watchBroken(path: SecretPath): Promise<number> {
  const team = await makeTeam();
  const target = (await targetOf(path)) as Extract<Target, { kind: "mailflow" }>;
  const { id: monitorId } = await makeMonitor(team, { target, policy: POLICY });
  const secret = new Uint8Array(sealSecret({ teamId: team.id, monitorId }, path.secret));
  await prisma.monitor.update({ where: { id: monitorId }, data: { secret } });
  const { id } = await prisma.checkRequest.create({ data: { monitorId } });
  await notify("check_requested", String(id));
  return monitorId;
}

const resultOf = (monitorId: number) =>
  untilSo(
    () => prisma.result.findFirst({ where: { monitorId } }),
    (row) => row !== null,
    60_000,
  );

/** What somebody is answered who asks for a check or a trial. */
async function answersAbout(watched: Awaited<ReturnType<typeof watch>>[], tried: Awaited<ReturnType<typeof tryOut>>[]) {
  const texts: string[] = [(await loadMetrics(null)).kind === "shown" ? JSON.stringify(await loadMetrics(null)) : ""];
  for (const { teamId, monitorId, target, path } of watched) {
    const { slotAt, locationId } = (await resultOf(monitorId))!;
    const dialogue = (await readTranscript(teamId, monitorId, { slotAt: slotAt.getTime(), locationId }))!;
    const about = { monitorName: path.name, target: path.name, at: "now", verdict: dialogue.status };
    texts.push(
      transcriptText(about, dialogue.lines),
      JSON.stringify([dialogue, dialogue.reason && diagnose(dialogue.reason, target)]),
    );
  }
  for (const { teamId, trialId } of tried) texts.push(JSON.stringify(await readTrial(teamId, trialId)));
  return texts.map((text) => ({ place: "an answer", text }));
}

async function everythingKept(): Promise<StoredText[]> {
  return [
    ...(await databaseTexts()),
    ...(await redisTexts()),
    { place: "what the workers said", text: workers.map((worker) => worker.said()).join("\n") },
    ...mail.received.flatMap(({ raw, mail: { text = "", html, subject = "" } }) =>
      [raw, subject, text, html || ""].map((each) => ({ place: "a mail", text: each })),
    ),
    ...hooks.asked.map(({ body, headers }) => ({ place: "a webhook", text: `${body}\n${JSON.stringify(headers)}` })),
  ];
}

test("no form of a script's password gets anywhere, whatever becomes of a check (P01)", { timeout: 240_000 }, async () => {
  hooks = await playProvider(() => ({ status: 204 }));
  const watched: Awaited<ReturnType<typeof watch>>[] = [];
  const tried: Awaited<ReturnType<typeof tryOut>>[] = [];
  for (const [index, path] of PATHS.entries()) {
    watched.push(await watch(path));
    if (index % 3 === 0) tried.push(await tryOut(path));
    if (index >= AT_ONCE) await resultOf(watched[index - AT_ONCE]!.monitorId);
  }
  const broken = await watchBroken(PATHS[0]!);
  const ends = await inTurn(watched, async ({ path, monitorId }) => [path, (await resultOf(monitorId))!.reason ?? ""] as const);
  expect(ends.filter(([path, reason]) => !path.reason.test(reason)).map(([{ name }, reason]) => `${name}: ${reason}`)).toEqual([]);
  expect((await resultOf(broken))!.reason).toBe("check.failed");
  await untilSo(
    () => prisma.trial.count({ where: { finishedAt: null } }),
    (waiting) => waiting === 0,
    60_000,
  );
  await untilSo(
    () => prisma.delivery.count({ where: { status: "pending" } }),
    (waiting) => waiting === 0,
    60_000,
  );

  // One more is in hand when its worker dies, and another worker begins where it did.
  const silent = PATHS.find(({ name }) => name === "SMTP, PLAIN: silent")!;
  const before = played.length;
  await watch({ ...silent, steps: silent.steps.map((step) => ({ ...step, ...("limit" in step && { limit: "15s" }) })) });
  await untilSo(
    async () => played.slice(before).some((server) => server.received().join("").includes("AUTH PLAIN ")),
    (isSaid) => isSaid,
    20_000,
  );
  await workers[0]!.end("SIGKILL");
  await start();

  const kept = [...(await everythingKept()), ...(await answersAbout(watched, tried))];
  const said = played.flatMap((server) => server.received().join("").split("\r\n"));
  const logins = said.filter((line) => !OPEN_LINE.test(line)).map((line) => line.replace(LOGIN_COMMAND, ""));
  const byPlace = new Map<string, string[]>();
  for (const { place, text } of kept) byPlace.set(place, [...(byPlace.get(place) ?? []), text]);
  const hits = PASSWORDS.flatMap((password) => {
    const pieces = secretPieces(password);
    return [...byPlace].flatMap(([place, texts]) => {
      const text = texts.join("\n");
      const found = [...piecesIn(text, pieces), ...tracesIn(text, [...new Set(logins)], password)].filter(
        (each) => each !== TRACED_USER,
      ); // who logs in is no secret
      return found.length === 0 ? [] : [`${place}: ${found.slice(0, 3).join(" ")} in ${around(text, found[0]!)}`];
    });
  });
  const [mails, webhooks] = [mail.received.length, hooks.asked.length];
  printFigure(
    "P01 of scripts",
    `${PATHS.length + 2} paths and ${tried.length} trials, ${kept.length} texts of ${byPlace.size} stores, ${mails} mails, ${webhooks} webhooks: ${hits.length} hits`,
  );
  expect(hits).toEqual([]);
  expect(logins.length).toBeGreaterThan(PATHS.length); // they were said, so they could have been kept
  expect(kept.filter(({ text }) => text.includes("[redacted]")).length).toBeGreaterThan(100);
  expect(Math.min(mails, webhooks)).toBeGreaterThan(PATHS.length / 2);
});

function around(text: string, found: string): string {
  const at = text.toLowerCase().indexOf(found.toLowerCase());
  return text.slice(Math.max(0, at - 150), at + 150);
}

async function inTurn<Of, Made>(all: readonly Of[], make: (each: Of) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const each of all) made.push(await make(each));
  return made;
}
