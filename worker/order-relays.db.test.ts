import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { untilSo } from "#testing/until.ts";
import { log } from "./log.ts";
import { keepRelaysInOrder } from "./order-relays.ts";
import { watchOutage } from "./outage.ts";

const [A, B] = ["smtp://user:secret@relay-a.example", "smtp://relay-b.example:25"];

test("a relay that a monitor finds down is tried last until it is up again", async () => {
  const { id } = await makeMonitor(await makeTeam(), { target: { host: "relay-a.example" } });
  const become = (status: "up" | "down") => prisma.health.update({ where: { monitorId: id }, data: { status } });
  const { urls, stop } = keepRelaysInOrder([A, B], watchOutage(log, "the database"));
  const first = (url: string) =>
    untilSo(
      async () => urls(),
      ([each]) => each === url,
      10_000,
    );
  try {
    expect(urls()).toEqual([A, B]);
    await become("down");
    expect(await first(B)).toEqual([B, A]);
    await become("up");
    expect(await first(A)).toEqual([A, B]);
  } finally {
    await stop();
  }
});
