import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { prisma } from "#db/client.ts";
import { stopListening } from "#db/listen.ts";
import { runProbe } from "#probes/probe.ts";
import { isLeftOut } from "#testing/is-left-out.ts";
import { keptLog } from "#testing/kept-log.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import type { MailChain } from "#testing/real/mail-chain.ts";
import { startPostfixDovecot, whyNoPostfixDovecot } from "#testing/real/postfix-dovecot.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { untilSo } from "#testing/until.ts";
import { createMailflowRuns } from "../mailflow-runs.ts";
import { watchOutage } from "../outage.ts";
import { inboundMail } from "./inbound-mail.ts";
import { openReceiver, type Receiver } from "./open-receiver.ts";
import { selfMadeCertificate } from "./self-made-certificate.ts";

const DOMAIN = "in.example.net";
const INTERVAL_S = 300;

describe.skipIf(isLeftOut(whyNoPostfixDovecot()))("a real Postfix sends to us", { timeout: 30_000 }, () => {
  let receiver: Receiver;
  let chain: MailChain;
  let dns: Awaited<ReturnType<typeof playDns>>;
  beforeAll(async () => {
    const certificate = selfMadeCertificate(DOMAIN);
    receiver = await openReceiver({ domain: DOMAIN, host: "127.0.0.1", port: 0, certificate, log: keptLog().log });
    chain = await startPostfixDovecot({ routes: { [DOMAIN]: { address: "127.0.0.1", port: receiver.port } } });
    dns = await playDns((name, family) => (name === chain.host && family === "A" ? [chain.address] : []));
  }, 30_000);
  afterAll(async () => {
    await chain?.remove();
    await dns?.close();
    await receiver?.close();
    await stopListening();
  });

  /** A monitor that sends by that Postfix to us and waits for so long; each call runs its check of the next interval. */
  async function watch(limit: string) {
    const [{ username, password }] = chain.users as [MailChain["users"][number]];
    const { target } = mailflowTarget(`version: 1
servers:
  out: { protocol: smtp, host: ${chain.host}, port: ${chain.ports.submission}, tls: starttls-required }
steps:
  - { smtp: connect, server: out }
  - { smtp: ehlo }
  - { smtp: starttls }
  - { smtp: auth, username: ${username}, secret: password }
  - { smtp: mail, from: watch@probe.example.net }
  - { smtp: rcpt, to: "\${inbound}" }
  - { smtp: data }
  - { inbound: receive, limit: ${limit} }
`);
    const team = await makeTeam();
    const { id: monitorId } = await makeMonitor(team, { target: target! });
    const outage = watchOutage(keptLog().log, "the database");
    const runs = createMailflowRuns({ outage, needsProof: true, inbound: inboundMail(DOMAIN, outage) });
    const due = { monitorId, teamId: team.id, revision: 1, target: target!, intervalS: INTERVAL_S, timeLimitS: 60, sealed: null };
    let slotAt = Math.floor(Date.now() / 1_000) * 1_000;
    return async () => {
      const run = await runs.ofCheck({ ...due, slotAt, memory: { hasOfferedStarttls: false, isLoginRefused: false } });
      slotAt += INTERVAL_S * 1_000;
      if (run === undefined || run === "over") throw new Error("There is no run.");
      const options = { timeLimitMs: 30_000, dnsServers: [dns.address], allowPrivate: true, extraCas: [chain.root] };
      const result = await runProbe(target!, { ...options, secret: JSON.stringify({ password }), run });
      return { run, result, row: await prisma.mailflowRun.findUniqueOrThrow({ where: { token: run.token } }) };
    };
  }

  test("what a script hands to it is received, and the run has its message, its way and its delay", async () => {
    const { run, result, row } = await (await watch("20s"))();
    expect(result).toMatchObject({ status: "up", reason: null });
    const { delayMs, hops, headers } = result.facts.flow!.message!;
    expect(delayMs).toBeGreaterThanOrEqual(0);
    expect(hops).toMatchObject([
      { by: chain.host, tls: "TLS 1.3" },
      { from: chain.host, by: DOMAIN, protocol: "ESMTP" },
    ]);
    expect(headers).toEqual({ changed: [], lost: [] });
    expect(row).toMatchObject({ outcome: "accepted", recipients: [run.inbound], foundAt: expect.any(Date) });
  });

  test("what comes after its run has ended is late: the next check tells of it, and does not take it for its own", async () => {
    const check = await watch("1s");
    await chain.hold();
    const first = await check();
    expect(first).toMatchObject({
      result: { status: "down", reason: { code: "delivery.lost" }, facts: { flow: { late: [], message: null } } },
      row: { outcome: "accepted", foundAt: null },
    });
    const nextHeld = await check();
    expect(nextHeld.result).toMatchObject({ status: "down", facts: { flow: { late: [] } } });
    await chain.release();
    const address = first.run.inbound!.split("@")[0]!;
    await untilSo(
      () => prisma.inboundMessage.findMany({ where: { address }, select: { runToken: true } }),
      ({ length }) => length === 2,
      10_000,
    );

    const next = await check();
    expect(next.result).toMatchObject({ status: "up", reason: null });
    const { late, message, token } = next.result.facts.flow!;
    expect(token).toBe(next.run.token);
    expect(message).toMatchObject({ folder: next.run.inbound });
    expect(late.map((each) => each.token).toSorted()).toEqual([first.run.token, nextHeld.run.token].toSorted());
    for (const { folder, delayMs } of late)
      expect({ folder, isLate: delayMs >= 1_000 }).toEqual({ folder: next.run.inbound, isLate: true });
    expect(await prisma.mailflowRun.findUniqueOrThrow({ where: { token: first.run.token } })).toMatchObject({
      arrivedAt: expect.any(Date),
      folder: next.run.inbound,
      isJunk: false,
    });
    expect((await check()).result.facts.flow!.late).toEqual([]);
  });
});
