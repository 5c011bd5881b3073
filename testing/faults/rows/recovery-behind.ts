import { setTimeout as sleep } from "node:timers/promises";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { exactly, none, told } from "../figure.ts";
import { countUnfinished, letWaitsEnd } from "../outbox.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";

const WITHIN_MS = 180_000;

/** C14: outages and their ends are told by two workers, of whose attempts the mail server refuses every third. */
export const recoveryBehind: Row = {
  id: "C14",
  what: "two workers tell of outages and of their ends, which wait in the outbox together; every third attempt is refused for now; waits are moved into the past",
  queues: EITHER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const incidents = form === "full" ? 100 : 10;
    let asked = 0;
    let refused = 0;
    const receiver = await scene.receiveMail({
      rcpt: () => {
        if ((asked += 1) % 3 !== 0) return undefined;
        refused += 1;
        return { code: 450, text: "4.2.1 Not now" };
      },
    });
    const names: string[] = [];
    for (let n = 0; n < incidents; n += 1) {
      const monitor = await makeMonitor(scene.team, { name: `server-${n}.` });
      const incident = await makeIncident(monitor);
      const channel = await makeChannel(scene.team); // on one, they would be told together
      await tell("down", monitor, incident, channel);
      await tell("up", monitor, incident, channel);
      names.push(monitor.name);
    }
    for (let n = 0; n < 2; n += 1) await scene.startWorker({ SMTP_URL: receiver.url });
    for (const end = Date.now() + WITHIN_MS; (await countUnfinished()) > 0 && Date.now() < end; await sleep(500))
      await letWaitsEnd();

    const subjects = receiver.received.map(({ mail }) => mail.subject ?? "");
    const at = (word: string, name: string) => subjects.findIndex((subject) => subject.startsWith(word) && subject.includes(name));
    const hasOvertaken = (name: string) => at("Up again", name) >= 0 && at("Up again", name) < at("Down", name);
    return [
      none("ends told before their outage", names.filter(hasOvertaken).length, incidents),
      exactly("mails that arrived", subjects.length, 2 * incidents),
      told("attempts refused for now", `${refused} of ${asked}`),
    ];
  },
};
