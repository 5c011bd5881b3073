import { denyListOf } from "#core/monitor/deny-list.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import { openRoads } from "#worker/roads.ts";

// One attempt at one delivery that was let out, as a worker makes it, in a process that can be killed in the midst of it: relay.ts <delivery id>
await deliver(Number(process.argv[2]), await openRoads(log, denyListOf([])), log);
process.exit(0);
