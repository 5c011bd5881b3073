import { expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { chooseMonthlyMails } from "#db/monthly-mail/choose-monthly-mails.ts";
import { stopUrl } from "#db/monthly-mail/sign-stop-link.ts";
import { makeWatchedDomain } from "#testing/make-watched-domain.ts";
import { makeChannel, makeTeam } from "#testing/makers.ts";
import { POST } from "../../api/stop/route.ts";

/** What a mail program posts where its user presses its button (RFC 8058 section 3.2). */
function oneClick(link: string, from = "192.0.2.1"): Promise<Response> {
  const body = "List-Unsubscribe=One-Click";
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    "x-forwarded-for": from,
  };
  return POST(new Request(`https://watch.example/api/stop?link=${link}`, { method: "POST", headers, body }));
}

test("one click stops the mail about one domain to one channel, and twice is as once", async () => {
  const team = await makeTeam();
  const [channel, other] = [await makeChannel(team), await makeChannel(team)];
  const { id: monitorId } = await makeWatchedDomain(team);
  await chooseMonthlyMails(team.id, monitorId, [channel.id, other.id], "UTC");
  const link = new URL(stopUrl({ monitorId, channelId: channel.id })).searchParams.get("link")!;
  for (let click = 0; click < 2; click++) expect((await oneClick(link)).status).toBe(200);
  const left = await prisma.monthlyMail.findMany({ where: { monitorId } });
  expect(left.map(({ channelId }) => channelId)).toEqual([other.id]);
});

test("a link that is none of ours leads nowhere, and whoever tries many has to wait while right ones go on", async () => {
  const forged = "1.1.AAAAAAAAAAAAAAAAAAAAAA";
  const from = "198.51.100.7";
  for (let tried = 0; tried < 60; tried++) expect((await oneClick(forged, from)).status).toBe(404);
  const limited = await oneClick(forged, from);
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await oneClick(new URL(stopUrl({ monitorId: 1, channelId: 1 })).searchParams.get("link")!, from)).status).toBe(200);
});
