/**
 * The limit in Node: greeting, EHLO, QUIT with a bare socket and nothing around it, at the pace of the worker.
 * Arguments: port, targets, dialogues a second, seconds. Prints one line of JSON: dialogues that went well, and CPU microseconds for each.
 */
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { loopbackHost } from "./loopback-host.ts";

const [port, targets, perSecond, seconds] = process.argv.slice(2).map(Number) as [number, number, number, number];

const WARM_S = 5;

/** Whether all three replies were good ones. */
function dialogue(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const commands = ["EHLO bench.ehlowatch.test\r\n", "QUIT\r\n"];
    let said = "";
    socket.on("error", () => resolve(false));
    socket.on("data", (bytes) => {
      said += bytes.toString("latin1");
      if (!/^\d{3} .*\r\n$/m.test(said)) return; // the last line of a reply has a blank after its code
      const command = said.startsWith("2") ? commands.shift() : undefined;
      if (command) socket.write(command);
      else {
        socket.destroy();
        resolve(said.startsWith("2"));
      }
      said = "";
    });
  });
}

/** As the worker does: what is due in a second starts at that second. */
async function run(forS: number): Promise<{ good: number; cpuUs: number }> {
  const total = Math.round(perSecond * forS);
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const running: Promise<boolean>[] = [];
  for (let second = 1; running.length < total; second += 1) {
    while (running.length < Math.min(total, second * perSecond)) running.push(dialogue(loopbackHost(running.length % targets)));
    await sleep(startedAt + second * 1000 - performance.now());
  }
  const good = (await Promise.all(running)).filter(Boolean).length;
  const { user, system } = process.cpuUsage(before);
  return { good, cpuUs: (user + system) / total };
}

await run(WARM_S);
console.log(JSON.stringify(await run(seconds)));
