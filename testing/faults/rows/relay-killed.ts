import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Team } from "#prisma/generated/client.ts";
import { makeChannel } from "#testing/makers.ts";
import { bundle } from "../../bundle.ts";
import { exactly, none, told, type Figure } from "../figure.ts";
import { KILL_POINTS, tapFor, type KillPoint } from "../kill-points.ts";
import { addAlert, copiesOf, letClaimsEnd, release, untilTold, type Alert } from "../outbox.ts";
import { EITHER_QUEUE, type Row } from "../row.ts";
import { layWire } from "../wire.ts";

const AT_ONCE = 3;

type Killed = { point: KillPoint; alert: Alert; endedWith: string };

/** C11: whoever sends an alert is killed at each message it exchanges with the database and the mail server; a whole worker comes after it. */
export const relayKilled: Row = {
  id: "C11",
  what: `a relay is killed (SIGKILL) at ${KILL_POINTS.length} messages on its wires; a worker delivers what is left, once the two minutes of a claim are moved into the past`,
  queues: EITHER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const receiver = await scene.receiveMail();
    const relay = await bundle("testing/faults/relay.ts");
    scene.atEnd(relay.remove);
    const urls = { database: scene.postgres.url, mail: receiver.url };
    const times = form === "full" ? 100 : 1;

    const todo = Array.from({ length: times }, () => KILL_POINTS).flat();
    const killed: Killed[] = [];
    const work = async () => {
      for (let point = todo.pop(); point; point = todo.pop()) killed.push(await killAt(point, scene.team, relay.file, urls));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    await letClaimsEnd();
    await scene.startWorker({ SMTP_URL: receiver.url });
    await untilTold(60_000 + killed.length * 500);
    return figures(killed, (alert) => copiesOf(alert, receiver.received));
  },
};

/** Runs one relay for one alert, through wires that kill it. */
async function killAt(point: KillPoint, team: Team, file: string, urls: { database: string; mail: string }): Promise<Killed> {
  const alert = await addAlert(team, await makeChannel(team));
  await release(alert); // which has a transaction of its own, with a beginning and an end that are no points of this
  let child: ChildProcess | null = null;
  const kill = () => void child?.kill("SIGKILL");
  const [database, mail] = await Promise.all([
    layWire(urls.database, () => tapFor(point, "database", kill)),
    layWire(urls.mail, () => tapFor(point, "mail", kill)),
  ]);
  const env = { ...process.env, DATABASE_URL: database.url, SMTP_URL: mail.url, LOG_LEVEL: "fatal" };
  child = spawn(process.execPath, [file, String(alert.deliveryId)], { env, stdio: ["ignore", "ignore", "inherit"] });
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  await Promise.all([database.close(), mail.close()]);
  return { point, alert, endedWith: signal ?? String(code) };
}

function figures(killed: Killed[], copies: (alert: Alert) => { mail: { messageId?: string } }[]): Figure[] {
  const ends = killed.map(({ point, alert }) => ({ point, copies: copies(alert) }));
  const survivors = killed.filter(({ endedWith }) => endedWith !== "SIGKILL");
  const doubled = ends.filter((end) => end.copies.length > 1);
  return [
    exactly("relays killed", killed.length - survivors.length, killed.length),
    ...survivors.map(({ point, endedWith }) => told("one that was not, at the point", `${point.name}; it ended with ${endedWith}`)),
    none("alerts lost", ends.filter((end) => end.copies.length === 0).length, killed.length),
    exactly(
      "alerts that came twice, killed between the server's 250 and its recording",
      doubled.filter(({ point }) => point.isSentAgain).length,
      killed.filter(({ point, endedWith }) => point.isSentAgain && endedWith === "SIGKILL").length,
    ),
    none("alerts that came twice, killed elsewhere", doubled.filter(({ point }) => !point.isSentAgain).length),
    none("alerts that came more than twice", ends.filter((end) => end.copies.length > 2).length),
    none(
      "copies with another Message-ID than the first",
      doubled.filter((end) => new Set(end.copies.map(({ mail }) => mail.messageId)).size > 1).length,
    ),
  ];
}
