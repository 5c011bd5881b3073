/**
 * The limit in Node: greeting, EHLO, QUIT with a bare socket and nothing around it, at the pace of the worker.
 * Arguments: port, targets, dialogues a second, seconds. Prints one line of JSON: dialogues that went well, and CPU microseconds for each.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { bareDialogue } from "./bare-dialogue.ts";
import { loopbackHost } from "./loopback-host.ts";

const [port, targets, perSecond, seconds] = process.argv.slice(2).map(Number) as [number, number, number, number];

const WARM_S = 5;

/** As the worker does: what is due in a second starts at that second. */
async function run(forS: number): Promise<{ good: number; cpuUs: number }> {
  const total = Math.round(perSecond * forS);
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const running: Promise<boolean>[] = [];
  for (let second = 1; running.length < total; second += 1) {
    while (running.length < Math.min(total, second * perSecond))
      running.push(bareDialogue(loopbackHost(running.length % targets), port));
    await sleep(startedAt + second * 1000 - performance.now());
  }
  const good = (await Promise.all(running)).filter(Boolean).length;
  const { user, system } = process.cpuUsage(before);
  return { good, cpuUs: (user + system) / total };
}

await run(WARM_S);
console.log(JSON.stringify(await run(seconds)));
