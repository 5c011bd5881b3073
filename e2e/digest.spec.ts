import { holdClosedPort } from "#testing/server/closed-port.ts";
import { mailEntry, openMail, readMailText } from "./mailbox.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { askDatabase } from "./product-database.ts";
import { expect, test } from "./story.ts";

const MONITORS = 7;
const CHECKED_WITHIN_MS = 30_000;

test("when several monitors behind one server fall at once they are told of together, and each incident says so", async ({
  page,
  person,
}) => {
  const { port } = await holdClosedPort();
  const wishes = { host: "127.0.0.1", port, name: "Behind 0", confirmations: "none, the first check counts" };
  const monitorPath = await addMonitor(page, wishes);
  await expect(statusOf(page)).toHaveText("Down", { timeout: 20_000 });
  const monitorId = Number(/\d+$/.exec(monitorPath)![0]);
  await addAlike(monitorId, MONITORS - 1);
  const outbox = async () => [await countOf(monitorId, "status = 'sent'"), await countOf(monitorId, WAITS)] as const;
  await expect
    .poll(async () => (await outbox()).reduce((sum, count) => sum + count), { timeout: CHECKED_WITHIN_MS })
    .toBe(MONITORS);
  const [single, together] = await outbox();
  expect(single).toBeLessThanOrEqual(5);
  await passAMinute(monitorId);

  await openMail(page, person.email, `${together} down — 127.0.0.1:${port}`);
  const told = await readMailText(page);
  expect(told).toContain("Much happens at once, so it is told together");
  const names = [...new Set(told.match(/Behind \d/g))];
  expect(names).toHaveLength(together);
  await page.goto("/mailbox");
  await expect(mailEntry(page, person.email, /Down: Behind \d/)).toHaveCount(single);
  for (const name of names) {
    await page.goto("/incidents");
    await page
      .getByRole("main")
      .getByRole("link", { name: new RegExp(name) })
      .click();
    await expect(page.getByText(`together with ${together - 1} others`).first()).toBeVisible();
  }
});

/** What waits for company. */
const WAITS = "status = 'pending' and released_at is null";

/** More monitors of the same server, which filling in the form so often would take a minute for. */
async function addAlike(monitorId: number, count: number): Promise<void> {
  await askDatabase(
    `with copy as (
       insert into monitor (team_id, name, kind, target, target_hash, interval_s, time_limit_s, confirmations)
       select team_id, 'Behind ' || number, kind, target, target_hash, interval_s, time_limit_s, confirmations
       from monitor, generate_series(1, $2::int) as number where id = $1
       returning id),
     healthy as (insert into health (monitor_id) select id from copy)
     insert into monitor_channel (monitor_id, channel_id)
     select copy.id, channel_id from copy, monitor_channel where monitor_id = $1`,
    [monitorId, count],
  );
}

/** How many messages of its team there are such as this. */
async function countOf(monitorId: number, which: string): Promise<number> {
  const [row] = await askDatabase<{ count: number }>(
    `select count(*)::int as count from delivery where ${which} and team_id = (select team_id from monitor where id = $1)`,
    [monitorId],
  );
  return row!.count;
}

/** What was sent was so a minute ago: so long the next ones wait for company. */
async function passAMinute(monitorId: number): Promise<void> {
  const ofTeam = "team_id = (select team_id from monitor where id = $1)";
  await askDatabase(
    `with sent as (update delivery set released_at = released_at - interval '1 minute' where ${ofTeam} and released_at is not null)
     update delivery set next_attempt_at = now() where ${ofTeam} and ${WAITS}`,
    [monitorId],
  );
}
