import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Complaint } from "./complaint.mjs";
import { connect } from "./connect.mjs";
import { freePort } from "./free-port.mjs";
import { trackGroup } from "./groups.mjs";
import { binariesFor, findBinaries } from "./postgres/binaries.mjs";
import { makeCluster, startCluster } from "./postgres/cluster.mjs";
import { stopLeftover } from "./postgres/leftover.mjs";

const DATABASE = "ehlowatch";
const SETTINGS = { max_connections: 200, log_min_duration_statement: 2_000 };
const BACK_OFF_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * Starts the embedded PostgreSQL on the data folder, and again whenever it ends by itself. Returns the URL of our database.
 * @param {object} where
 * @param {string} where.root
 * @param {string} where.folder the data folder
 * @param {import("./postgres/account.mjs").Account | null} where.account
 * @param {string} where.password
 * @param {number | null} where.port any that is free where null
 * @param {AbortSignal} where.signal
 * @param {(() => unknown)[]} where.stops
 * @param {import("./log-file.mjs").Log} where.log
 * @param {(text: string) => void} where.say
 */
export async function startDatabase({ root, folder, account, password, port, signal, stops, log, say }) {
  const cluster = {
    folder: path.join(folder, "postgres"),
    binaries: binariesFor(findBinaries(root), account, folder),
    account,
    password,
  };
  await stopLeftover(cluster.folder);
  await makeCluster(cluster, { signal });

  const fixedPort = port ?? (await freePort());
  const start = () => {
    const started = startCluster(cluster, fixedPort, { settings: SETTINGS, log: (line) => log.write(`${line}\n`) });
    trackGroup(started.process, "SIGQUIT");
    return started;
  };
  let server = start();
  let isStopping = false;
  stops.push(() => {
    isStopping = true;
    return server.stop();
  });
  try {
    await server.ready;
  } catch (error) {
    throw new Complaint(`PostgreSQL does not start (${/** @type {Error} */ (error).message}): see ${log.file}.`, { cause: error });
  }
  void keepRunning();
  await makeDatabase(server.urlOf("postgres"));
  return server.urlOf(DATABASE);

  async function keepRunning() {
    for (let round = 0; ; round++) {
      await server.ended;
      if (isStopping) return;
      const wait = BACK_OFF_MS[Math.min(round, BACK_OFF_MS.length - 1)] ?? 0;
      say(`PostgreSQL ended by itself; starting it again in ${wait / 1000} s (${log.file}).`);
      await sleep(wait);
      if (isStopping) return;
      await stopLeftover(cluster.folder);
      server = start();
      const isReady = await server.ready.then(
        () => true,
        () => false, // its last words are in the log
      );
      if (isReady) round = -1;
    }
  }
}

/** @param {string} url */
async function makeDatabase(url) {
  const client = await connect(url);
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (!rowCount) await client.query(`create database ${DATABASE}`);
  await client.end();
}
