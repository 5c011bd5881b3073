import { existsSync } from "node:fs";
import path from "node:path";
import { awaitHealth } from "./await-health.mjs";
import { build, isBuildFresh } from "./build.mjs";
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
 * From a fresh clone to a running product, skipping what is done already.
 * @param {string} root the clone
 * @param {AbortSignal} signal calls it off
 * @param {(() => unknown)[]} stops gets how to stop each thing that was started
 */
export async function startEverything(root, signal, stops) {
  const { say, step, seconds } = startProgress();
  const environment = withEnvFile(root, process.env);
  const settings = readSettings(environment);

  const account = settings.databaseUrl ? null : postgresAccount();
  const folder = chooseDataFolder(root, settings.dataDir, account);
  checkRoom(folder);
  openDataFolder(folder);
  stops.push(await takeLock(folder));
  await checkPort(settings.port, settings.host, "PORT");
  if (settings.mailboxPort) await checkPort(settings.mailboxPort, "127.0.0.1", "MAILBOX_PORT");
  if (settings.postgresPort) await checkPort(settings.postgresPort, "127.0.0.1", "POSTGRES_PORT");
  if (!settings.dataDir && !folder.startsWith(root))
    say(`The data is kept in ${folder}: the database's user may not enter ${root}.`);

  const logs = path.join(folder, "logs");
  const logOf = (/** @type {string} */ name) => openLog(path.join(logs, `${name}.log`));
  const setUp = { cwd: root, env: { ...environment, NEXT_TELEMETRY_DISABLED: "1" }, signal, log: logOf("set-up").write };
  if (!isInstalled(root, { dev: false })) {
    checkRoom(root, INSTALL_NEEDS_MB);
    await step("Installing packages", () => install(setUp, { dev: false }));
  }
  if (!isGenerated(root)) await step("Making the database client", () => generate(setUp));

  const secrets = keepSecrets(folder);
  let url = settings.databaseUrl;
  if (!url) {
    const port = settings.postgresPort ?? (await freePort());
    const where = { root, folder, account, port, password: secrets.databasePassword, signal, say, log: logOf("postgresql") };
    const isNew = !existsSync(path.join(folder, "postgres"));
    const database = await step(isNew ? "Making the database" : "Starting the database", () => startDatabase(where));
    stops.push(database.stop);
    url = database.url;
  }

  const mailboxPort = settings.mailboxPort ?? (await freePort());
  const env = {
    ...setUp.env,
    NODE_ENV: /** @type {const} */ ("production"),
    EMBEDDED: environment.EMBEDDED || (settings.databaseUrl && settings.smtpUrl ? "0" : "1"),
    DATABASE_URL: url,
    NEXTAUTH_URL: settings.url,
    NEXTAUTH_SECRET: settings.secret ?? secrets.nextauthSecret,
    MAILBOX_PORT: String(mailboxPort),
    SMTP_URL: settings.smtpUrl ?? `smtp://127.0.0.1:${mailboxPort}`,
    HOST: settings.host,
    PORT: String(settings.port),
  };
  if (await isBehind(root, url)) await step("Applying migrations", () => migrate({ ...setUp, env }));
  if (!isBuildFresh(root)) await step("Building the pages", () => build({ ...setUp, env }));
  if (signal.aborted) throw new CalledOff();

  const serve = (/** @type {string} */ name, /** @type {string[]} */ args) => {
    const service = startService({ name, args, cwd: root, env, say, log: logOf(name) });
    stops.push(service.stop);
  };
  const isWell = await step("Starting mailbox, worker and web", () => {
    if (!settings.smtpUrl) serve("mailbox", ["--import", "tsx", "worker/mailbox.ts"]);
    serve("worker", ["--import", "tsx", "worker/main.ts"]);
    serve("web", ["launch/web.mjs"]);
    return awaitHealth({ ...settings, withinMs: HEALTHY_WITHIN_MS, signal });
  });
  if (!isWell) say(`Not everything is well after ${HEALTHY_WITHIN_MS / 1000} s: see ${logs} and ${settings.url}/api/health.`);
  say(
    `Ready after ${seconds().toFixed(1)} s. Logs: ${path.relative(process.cwd(), logs) || logs}. Ctrl-C stops everything; the data stays.`,
  );
  process.stdout.write(`\n            ${settings.url}\n\n`);
}
