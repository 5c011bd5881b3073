import path from "node:path";
import { awaitHealth } from "./await-health.mjs";
import { build, isBuildFresh } from "./build.mjs";
import { childEnvironment } from "./child-environment.mjs";
import { generate, isGenerated } from "./client.mjs";
import { CalledOff } from "./complaint.mjs";
import { checkRoom, chooseDataFolder, openDataFolder } from "./data-folder.mjs";
import { startDatabase } from "./database.mjs";
import { checkPort, freePort } from "./free-port.mjs";
import { install, isInstalled } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { openLog } from "./log-file.mjs";
import { isBehind, migrate } from "./migrations.mjs";
import { postgresAccount } from "./postgres/account.mjs";
import { startProgress } from "./progress.mjs";
import { keepSecrets } from "./secrets.mjs";
import { startService } from "./service.mjs";
import { readSettings, withEnvFile } from "./settings.mjs";

const HEALTHY_WITHIN_MS = 60_000;
const INSTALL_NEEDS_MB = 1_500;

/**
 * @typedef {object} Start
 * @property {string} root the clone
 * @property {AbortSignal} signal calls it off
 * @property {(() => unknown)[]} stops gets how to stop each thing that was started
 */

/**
 * From a fresh clone to a running product, skipping what is done already.
 * @param {Start} start
 */
export async function startEverything(start) {
  const { root, signal, stops } = start;
  const { say, step, seconds } = startProgress();
  const environment = withEnvFile(root, process.env);
  const settings = readSettings(environment);

  const account = settings.databaseUrl ? null : postgresAccount();
  const folder = await claimDataFolder(start, settings, account, say);
  await checkPorts(settings);

  const logs = path.join(folder, "logs");
  const logOf = (/** @type {string} */ name) => openLog(path.join(logs, `${name}.log`));
  const setUp = { cwd: root, env: { ...environment, NEXT_TELEMETRY_DISABLED: "1" }, signal, log: logOf("set-up").write };
  if (!isInstalled(root, { dev: false })) {
    checkRoom(root, INSTALL_NEEDS_MB);
    await step("Installing packages", () => install(setUp, { dev: false }));
  }
  if (!isGenerated(root)) await step("Making the database client", () => generate(setUp));

  const secrets = keepSecrets(folder);
  const database = {
    ...start,
    folder,
    account,
    password: secrets.databasePassword,
    port: settings.postgresPort,
    log: logOf("postgresql"),
    say,
  };
  const url = settings.databaseUrl ?? (await step("Starting the database", () => startDatabase(database)));
  const env = childEnvironment(setUp.env, settings, { secrets, url, mailboxPort: settings.mailboxPort ?? (await freePort()) });
  if (await isBehind(root, url)) await step("Applying migrations", () => migrate({ ...setUp, env }));
  if (!isBuildFresh(root)) await step("Building the pages", () => build({ ...setUp, env }));
  if (signal.aborted) throw new CalledOff();

  const serve = (/** @type {string} */ name, /** @type {string[]} */ ...args) => {
    stops.push(startService({ name, args, cwd: root, env, say, log: logOf(name) }).stop);
  };
  const isWell = await step("Starting mailbox, worker and web", () => {
    if (!settings.smtpUrls) serve("mailbox", "--import", "tsx", "worker/mailbox.ts");
    for (const name of workerNames(settings.workers)) serve(name, "--import", "tsx", "worker/main.ts");
    if (settings.inbound) serve("inbound", "--import", "tsx", "worker/inbound.ts");
    serve("web", "launch/web.mjs");
    return awaitHealth({ ...settings, withinMs: HEALTHY_WITHIN_MS, signal });
  });
  if (!isWell) say(`Not everything is well after ${HEALTHY_WITHIN_MS / 1000} s: see ${logs} and ${settings.url}/api/health.`);
  say(
    `Ready after ${seconds().toFixed(1)} s. Logs: ${path.relative(process.cwd(), logs)}. Ctrl-C stops everything; the data stays.`,
  );
  process.stdout.write(`\n            ${settings.url}\n\n`);
}

/**
 * The data folder, ours alone until the end.
 * @param {Start} start
 * @param {import("./settings.mjs").Settings} settings
 * @param {import("./postgres/account.mjs").Account | null} account
 * @param {(text: string) => void} say
 */
async function claimDataFolder({ root, stops }, { dataDir }, account, say) {
  const folder = chooseDataFolder(root, dataDir, account);
  checkRoom(folder);
  openDataFolder(folder);
  stops.push(await takeLock(folder));
  if (!dataDir && !folder.startsWith(root)) say(`The data is kept in ${folder}: the database's user may not enter ${root}.`);
  return folder;
}

/** @param {number} count */
function workerNames(count) {
  return Array.from({ length: count }, (_, index) => (index === 0 ? "worker" : `worker-${index + 1}`));
}

/** @param {import("./settings.mjs").Settings} settings */
async function checkPorts({ port, host, mailboxPort, postgresPort, inbound }) {
  await checkPort(port, host, "PORT");
  if (mailboxPort) await checkPort(mailboxPort, "127.0.0.1", "MAILBOX_PORT");
  if (inbound) await checkPort(inbound.port, inbound.host, "INBOUND_PORT");
  if (postgresPort) await checkPort(postgresPort, "127.0.0.1", "POSTGRES_PORT");
}
