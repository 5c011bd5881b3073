import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { blocklistTargetSchema } from "#core/blocklist/blocklist-target.ts";
import { prisma } from "#db/client.ts";
import { addOwnList } from "#db/dns-list/add-own-list.ts";
import { listOwnLists } from "#db/dns-list/list-own-lists.ts";
import { putListKey } from "#db/dns-list/put-list-key.ts";
import { listListingChanges } from "#db/listing/list-listing-changes.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { loadCheck } from "#db/schedule/load-check.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { runProbe } from "#probes/probe.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { startDnsLists, whyNoDnsList, type DnsLists } from "#testing/real/dns-list.ts";
import { startChecking } from "#testing/start-checking.ts";

// A blocklist monitor as a worker checks it: real lists, real rows, what is told of it.

const HEAD = ["$TTL 1", "$SOA 1 ns.example hostmaster.example 0 600 300 86400 1", ":127.0.0.2:see $", "127.0.0.2"];
const KEY = "k3y-of-this-team";

describe.skipIf(isLeftOut(whyNoDnsList()))("a worker asks lists", () => {
  let served: DnsLists;
  let team: Team;
  let monitor: Monitor;
  let startedAt: number;

  beforeAll(async () => {
    served = await startDnsLists({
      "bl.example": { dataset: "ip4set", lines: HEAD },
      [`${KEY}.keyed.example`]: { dataset: "ip4set", lines: HEAD },
    });
  });
  afterAll(() => served?.remove());

  beforeEach(async () => {
    team = await makeTeam();
    const lists = ["bl.example", "{key}.keyed.example"];
    for (const zone of lists)
      await addOwnList(team.id, { name: `Ours at ${zone}`, zone, holds: ["ipv4"], weight: "heavy", delistUrl: null });
    const own = await listOwnLists(team.id);
    await putListKey(team.id, own[1]!.id, KEY);
    const target = blocklistTargetSchema.parse({
      kind: "blocklist",
      host: "192.0.2.1",
      entries: ["192.0.2.0/30"],
      lists: own.map(({ id }) => id),
    });
    monitor = await makeMonitor(team, { target, policy: { intervalS: 900, timeLimitS: 240, confirmations: 0 } });
    startedAt = Math.floor(Date.now() / 1_000) * 1_000;
    await ensurePartitions(startedAt);
  });

  function startWorker() {
    const { runCheck, lines, stop } = startChecking((target, options) =>
      runProbe(target, { ...options, dnsServers: [served.resolver], allowPrivate: true }),
    );
    /** Runs a check so many seconds after the beginning, as one that somebody waits for. */
    const checkAt = async (seconds: number) => {
      const check = (await loadCheck(monitor.id))!;
      const end = await runCheck({ ...check, slotAt: startedAt + seconds * 1_000 }, Date.now(), true);
      return typeof end === "string" ? end : end.status;
    };
    return { checkAt, lines, stop };
  }

  const incidents = () => prisma.incident.findMany({ where: { monitorId: monitor.id }, orderBy: { openedAt: "asc" } });

  test("what gets listed is an incident, and is over when it is taken off", async () => {
    const { checkAt, lines, stop } = startWorker();
    expect(await checkAt(0)).toBe("up");
    expect(await incidents()).toEqual([]);

    await served.replace("bl.example", [...HEAD, "192.0.2.2"]);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // what was heard is good for a second
    expect(await checkAt(1)).toBe("down");
    expect(await incidents()).toMatchObject([{ resolvedAt: null, reason: { code: "listing.listed" } }]);
    expect(await listListingChanges(team.id, monitor.id, 10)).toMatchObject([
      { entry: "192.0.2.2", isListed: true, codes: ["127.0.0.2"], text: "see 192.0.2.2" },
    ]);

    await served.replace("bl.example", HEAD);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await checkAt(2)).toBe("up");
    expect(await incidents()).toMatchObject([{ resolvedAt: expect.any(Date) }]);
    expect((await listListingChanges(team.id, monitor.id, 10)).map(({ isListed }) => isListed)).toEqual([false, true]);
    expect(await prisma.listing.count({ where: { monitorId: monitor.id, state: "clean" } })).toBe(8);
    await stop();
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test("a list is asked with the team's key, which stands in no row", async () => {
    const { checkAt, lines, stop } = startWorker();
    const before = (await served.questions()).length;
    expect(await checkAt(0)).toBe("up");
    const questions = (await served.questions()).slice(before);
    expect(questions.filter((question) => question.includes(KEY))).toHaveLength(4 + 2);
    await stop();
    const rows = [
      await prisma.listing.findMany({ where: { monitorId: monitor.id } }),
      await prisma.transcript.findMany({ where: { monitorId: monitor.id } }),
      await prisma.health.findMany({ where: { monitorId: monitor.id } }),
      lines,
    ];
    expect(
      JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value)),
    ).not.toContain(KEY);
    expect(rows[0]).toHaveLength(8);
  });

  test("what is known is good for the next check, of whichever worker", async () => {
    const first = startWorker();
    await first.checkAt(0);
    await first.stop();
    await prisma.listing.updateMany({ where: { monitorId: monitor.id }, data: { dueAt: new Date(Date.now() + 60_000) } });
    const before = (await served.questions()).length;
    const second = startWorker();
    expect(await second.checkAt(1)).toBe("up");
    await second.stop();
    expect(await served.questions()).toHaveLength(before);
  });
});
