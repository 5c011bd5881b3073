import { setTimeout as sleep } from "node:timers/promises";
import { DEFAULT_POLICY } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { deleteMonitor } from "#db/monitor/delete-monitor.ts";
import { editMonitor } from "#db/monitor/edit-monitor.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { notify } from "#db/notify.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { close, send } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { loopbackAddress } from "../crowd.ts";
import { exactly, none } from "../figure.ts";
import { untilReleased } from "../released.ts";
import { WHATEVER_QUEUE, type Row } from "../row.ts";

/** The result of the old version is there by then, if it ever is. */
const SETTLED_MS = 2_500;

/** C10: a monitor is edited, paused or deleted while its server, which is about to fail, is being checked. */
export const editedMeanwhile: Row = {
  id: "C10",
  what: "monitors are edited, paused and deleted in the middle of a check that is about to fail",
  queues: WHATEVER_QUEUE,
  testedWith: "postgresql",
  async run(scene, form) {
    const each = form === "full" ? 50 : 5;
    const changed = new AbortController();
    const dialogue = [untilReleased(changed.signal), send("554 No SMTP service here\r\n"), close];
    const failing = await scene.play(dialogue, { host: "0.0.0.0" });
    const working = await scene.play(good, { host: "0.0.0.0" });
    const channel = await makeChannel(scene.team);
    await scene.startWorker();

    const monitors: Monitor[] = [];
    for (let index = 0; index < 3 * each; index += 1) {
      const target = { host: loopbackAddress(index), port: failing.port, ehloName: "probe.example" };
      const policy = { intervalS: 3600, confirmations: 0 };
      monitors.push(await makeMonitor(scene.team, { target, policy, channels: [channel] }));
    }
    await prisma.checkRequest.createMany({ data: monitors.map(({ id: monitorId }) => ({ monitorId })) });
    await notify("check_requested", "");
    await untilSo(
      () => failing.connected(),
      (open) => open === monitors.length,
      20_000,
    );

    const [edited, paused, deleted] = [0, 1, 2].map((part) => monitors.slice(part * each, (part + 1) * each)) as [
      Monitor[],
      Monitor[],
      Monitor[],
    ];
    for (const monitor of edited) await edit(monitor, working.port);
    for (const { teamId, id } of paused) await pauseMonitor(teamId, id, "somebody");
    for (const { teamId, id } of deleted) await deleteMonitor(teamId, id);
    changed.abort();
    await sleep(SETTLED_MS);

    const up = () => statuses(edited).then((all) => all.filter((status) => status === "up").length);
    await untilSo(up, (count) => count === each, 20_000);
    return [
      none("transitions to down", await prisma.transition.count({ where: { to: "down" } }), monitors.length),
      none("incidents and messages", (await prisma.incident.count()) + (await prisma.delivery.count())),
      exactly("edited ones, up by their new target", await up(), each),
      exactly(
        "paused ones, still said to be paused",
        (await statuses(paused)).filter((status) => status === "paused").length,
        each,
      ),
      none("rows of deleted ones", (await statuses(deleted)).length),
    ];
  },
};

async function statuses(of: Monitor[]): Promise<string[]> {
  const rows = await prisma.health.findMany({ where: { monitorId: { in: of.map(({ id }) => id) } } });
  return rows.map(({ status }) => status);
}

function edit({ teamId, id, name, target }: Monitor, port: number) {
  const moved = { ...(target as { kind: "smtp"; host: string; tls: "none"; ehloName: string }), port };
  const policy = { ...DEFAULT_POLICY, confirmations: 0 };
  return editMonitor(
    teamId,
    id,
    1,
    { name, tags: [], target: moved, policy, secret: { kind: "none" } },
    { channelIds: [], policyId: null },
  );
}
