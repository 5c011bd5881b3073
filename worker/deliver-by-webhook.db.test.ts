import { expect, test } from "vitest";
import { addChannel } from "#db/channel/add-channel.ts";
import { prisma } from "#db/client.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { askHttp } from "#network/http-client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { playProvider, type ProviderAnswer } from "#testing/provider/play-provider.ts";
import { led } from "#testing/provider/send-context.ts";
import { makeSecret, ORIGIN, WEBHOOK_URL } from "#testing/provider/webhook.ts";
import { roadsTo } from "#testing/roads.ts";
import { deliver } from "./deliver.ts";
import { log } from "./log.ts";

const silent = log.child({}, { level: "silent" });

/** Word of an outage on a webhook, whose server gives these answers one after the other. */
async function outageTold(answers: ProviderAnswer[]) {
  const { origin, asked } = await playProvider((_, count) => answers[count]!);
  const team = await makeTeam();
  const other = await makeChannel(team);
  const settings = {
    config: { url: WEBHOOK_URL },
    secrets: { signingSecret: makeSecret() },
    leadsTo: "hooks.example",
    isVerified: true,
  };
  const channelId = await addChannel(team.id, { kind: "webhook", name: "Hooks", ...settings });
  const channel = await prisma.channel.findUniqueOrThrow({ where: { id: channelId } });
  const monitor = await makeMonitor(team, { channels: [channel] });
  const deliveryId = await tell("down", monitor, await makeIncident(monitor), channel);
  const roads = roadsTo({
    ask: (request, timeLimitMs) =>
      askHttp({ ...request, url: led(request.url, { [ORIGIN]: origin }) }, { allowPrivate: true, dnsServers: [], timeLimitMs }),
  });
  /** The next attempt, its time come, and what is known of the delivery after it. */
  const attempt = async () => {
    await prisma.delivery.update({ where: { id: deliveryId }, data: { nextAttemptAt: new Date(Date.now() - 1_000) } });
    await releaseDue();
    await deliver(deliveryId, roads, silent);
    const delivery = await prisma.delivery.findUniqueOrThrow({
      where: { id: deliveryId },
      include: { tries: { orderBy: { id: "asc" } } },
    });
    return { ...delivery, waitS: (delivery.nextAttemptAt.getTime() - Date.now()) / 1_000 };
  };
  return { attempt, asked, other };
}

test("a provider in trouble is asked again, not before it wishes, under the same id, until it takes the message", async () => {
  const { attempt, asked } = await outageTold([
    { status: 500, body: "oops" },
    { status: 429, headers: { "Retry-After": "7200" } },
    "break-off",
    { status: 204 },
  ]);
  const failed = await attempt();
  expect(failed).toMatchObject({ status: "pending", attempts: 1, tries: [{ outcome: "retry", detail: "HTTP 500: oops" }] });
  expect(failed.waitS).toBeGreaterThan(1);
  expect(failed.waitS).toBeLessThan(300);

  const limited = await attempt();
  expect(limited).toMatchObject({ status: "pending", attempts: 2, tries: [{}, { outcome: "retry", detail: "HTTP 429" }] });
  expect(limited.waitS).toBeGreaterThan(7_190);

  const brokenOff = await attempt();
  expect(brokenOff).toMatchObject({ status: "pending", attempts: 3, tries: [{}, {}, { outcome: "retry", detail: "ECONNRESET" }] });

  const sent = await attempt();
  expect(sent).toMatchObject({ status: "sent", attempts: 4, tries: [{}, {}, {}, { outcome: "sent", detail: "HTTP 204" }] });
  expect(await attempt()).toMatchObject({ status: "sent", attempts: 4 });
  expect(asked).toHaveLength(4);
  expect(new Set(asked.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("one that is gone is not asked again, and its owner hears of it on another channel", async () => {
  const { attempt, asked, other } = await outageTold([{ status: 410, body: "no such hook" }]);
  expect(await attempt()).toMatchObject({
    status: "failed",
    attempts: 1,
    tries: [{ outcome: "give-up", detail: "HTTP 410: no such hook" }],
  });
  expect(await attempt()).toMatchObject({ status: "failed", attempts: 1 });
  expect(asked).toHaveLength(1);
  const told = await prisma.delivery.findMany({ where: { channelId: other.id } });
  expect(told).toMatchObject([{ kind: "channel_failed", message: { channelName: "Hooks" } }]);
});
