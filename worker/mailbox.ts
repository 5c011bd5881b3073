import { pool } from "#db/pool.ts";
import { env } from "#env.ts";
import { log } from "./log.ts";
import { openMailbox } from "./mailbox/open-mailbox.ts";
import { untilAsked } from "./until-asked.ts";

// The process of the built-in mailbox: it ends when it is asked to, once the mails on their way in are stored.
const mailbox = await openMailbox(env.MAILBOX_PORT, log);
log.info({ port: mailbox.port }, "the mailbox is open");

log.info({ because: await untilAsked() }, "the mailbox closes");
await mailbox.close();
await pool.end();
log.info("the mailbox is closed");
process.exit(0); // a parent's channel would keep it alive
