import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { MAIL_DOMAIN, type RealServer } from "#testing/real/door.ts";
import { startPolicy, type Policy } from "#testing/real/policy.ts";
import { startRealPostfix, whyNoRealPostfix } from "#testing/real/postfix.ts";
import { roadsTo } from "#testing/roads.ts";
import { deliver } from "./deliver.ts";
import { log } from "./log.ts";

const silent = log.child({}, { level: "silent" });
const secondsUntil = (at: Date) => (at.getTime() - Date.now()) / 1_000;

describe.skipIf(isLeftOut(whyNoRealPostfix()))("a real Postfix as the only relay", { timeout: 60_000 }, () => {
  let policy: Policy;
  let postfix: RealServer<"relay">;
  /** What the Postfix says of a recipient, as in access(5); null where it never comes to say anything. */
  let says: string | null;
  let monitor: Monitor;
  let deliveryId: number;

  beforeAll(async () => {
    policy = await startPolicy(() => says);
    const settings = { smtpd_recipient_restrictions: `check_policy_service ${policy.service}, permit` };
    postfix = await startRealPostfix({ relay: { settings } });
  });
  afterAll(async () => {
    await postfix?.remove();
    await policy?.close();
  });

  async function outage(): Promise<void> {
    const team = await makeTeam();
    const channel = await makeChannel(team, { to: `postmaster@${MAIL_DOMAIN}` });
    monitor = await makeMonitor(team, { channels: [channel] });
    deliveryId = await tell("down", monitor, await makeIncident(monitor), channel);
  }

  /** The next attempt, its time come, and what is known of the delivery after it. */
  async function attempt(meanwhile: string | null) {
    says = meanwhile;
    await prisma.delivery.update({ where: { id: deliveryId }, data: { nextAttemptAt: new Date(Date.now() - 1_000) } });
    await releaseDue();
    await deliver(deliveryId, roadsTo({ smtpUrls: [`smtp://${postfix.address}:${postfix.ports.relay}`] }), silent);
    return prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId }, include: { tries: { orderBy: { id: "asc" } } } });
  }

  test("that defers, then hangs, then takes the mail has it once, and each of its answers is kept", async () => {
    await outage();
    const deferred = await attempt("DEFER 4.2.2 The mailbox is full for now");
    expect(deferred).toMatchObject({ status: "pending", attempts: 1, tries: [{ outcome: "retry" }] });
    expect(deferred.tries[0]!.detail).toContain(
      "450 4.2.2 <postmaster@ehlowatch.test>: Recipient address rejected: The mailbox is full for now",
    );
    expect(secondsUntil(deferred.nextAttemptAt)).toBeGreaterThan(1);

    const hung = await attempt(null);
    expect(hung).toMatchObject({ status: "pending", attempts: 2, tries: [{}, { outcome: "retry" }] });
    expect(hung.tries[1]!.detail).toContain("no end within 30000 ms");
    expect(secondsUntil(hung.nextAttemptAt)).toBeGreaterThan(1);

    const sent = await attempt("DUNNO");
    expect(sent).toMatchObject({ status: "sent", attempts: 3, tries: [{}, {}, { outcome: "sent" }] });
    expect(sent.tries[2]!.detail).toContain("250 2.0.0 Ok: queued as ");
    expect((await postfix.log()).match(/cleanup\[\d+\]: \w+: message-id=</g)).toHaveLength(1);
  });

  test("that refuses the mailbox is not asked again, and its words are there for who looks", async () => {
    await outage();
    const refused = await attempt("REJECT 5.1.1 Nobody of that name");
    expect(refused).toMatchObject({ status: "failed", attempts: 1, finishedAt: expect.any(Date), tries: [{ outcome: "give-up" }] });
    expect(refused.tries[0]!.detail).toContain(
      "554 5.1.1 <postmaster@ehlowatch.test>: Recipient address rejected: Nobody of that name",
    );
    expect(await attempt("DUNNO")).toMatchObject({ status: "failed", attempts: 1 });
  });
});
