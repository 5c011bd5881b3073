import { env } from "#env.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";

// One attempt at one delivery, as a worker makes it, in a process that can be killed in the midst of it: relay.ts <delivery id>
await deliver(Number(process.argv[2]), env.SMTP_URL, log);
process.exit(0);
