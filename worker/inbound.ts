import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { beatReceiver } from "#db/inbound/beat-receiver.ts";
import { removeReceiver } from "#db/inbound/remove-receiver.ts";
import { pool } from "#db/pool.ts";
import { env } from "#env.ts";
import { keepCertificate, readCertificate } from "./inbound/keep-certificate.ts";
import { openReceiver } from "./inbound/open-receiver.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";
import { untilAsked } from "./until-asked.ts";

// The process that receives test messages from the servers of users: it ends when it is asked to, once the messages on their way in are stored.

const BEAT_EVERY_MS = 5_000;
const RENEW_EVERY_MS = 3_600_000;

if (env.INBOUND_DOMAIN === "") throw new Error("The receiver of test messages needs INBOUND_DOMAIN.");

const receiverId = `${hostname()}-${process.pid}-${randomBytes(4).toString("hex")}`;
const files = { cert: env.INBOUND_TLS_CERT, key: env.INBOUND_TLS_KEY };
const receiver = await openReceiver({
  domain: env.INBOUND_DOMAIN,
  host: env.INBOUND_HOST ?? (env.EMBEDDED ? "127.0.0.1" : undefined),
  port: env.INBOUND_PORT,
  certificate: await readCertificate(files, env.INBOUND_DOMAIN),
  log,
});
log.info({ domain: env.INBOUND_DOMAIN, listensAt: receiver.listensAt }, "test messages are received");

const outage = watchOutage(log, "the database");
const beat = () =>
  beatReceiver(receiverId, { listensAt: receiver.listensAt, ...receiver.counts() }).then(outage.over, outage.failed);
void beat();
const beating = setInterval(() => void beat(), BEAT_EVERY_MS);
const stopRenewing = keepCertificate(files, RENEW_EVERY_MS, (next) => receiver.show(next), log);

log.info({ because: await untilAsked() }, "the receiver of test messages closes");
clearInterval(beating);
stopRenewing();
await receiver.close();
await removeReceiver(receiverId).catch(outage.failed);
await pool.end();
log.info("the receiver of test messages is closed");
process.exit(0); // a parent's channel would keep it alive
