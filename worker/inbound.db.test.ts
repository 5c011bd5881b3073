import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import { listReceivers } from "#db/system/list-receivers.ts";
import { freePort } from "#launch/free-port.mjs";
import { untilGreeted } from "#testing/greeted.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { talkSmtp } from "#testing/smtp-talk.ts";

const SCRIPT: MailflowTarget = { kind: "mailflow", host: "mx.example.org", port: 25, script: "version: 1" };

let child: ChildProcess;
afterEach(() => child.kill("SIGKILL"));

test("the process receives a message, says that it listens, and ends when it is asked to", async () => {
  const port = await freePort();
  const settings = { INBOUND_DOMAIN: "In.Example.NET", INBOUND_HOST: "127.0.0.1", INBOUND_PORT: String(port) };
  child = fork("worker/inbound.ts", { execArgv: ["--import", "tsx"], env: { ...process.env, ...settings }, stdio: "ignore" });
  await untilGreeted(port);
  const { id: monitorId } = await makeMonitor(await makeTeam(), { target: SCRIPT });
  const talk = await talkSmtp(port);
  const address = await keepInboundAddress({ monitorId });
  for (const line of ["EHLO a.example", "MAIL FROM:<a@example.org>", `RCPT TO:<${address}@in.example.net>`, "DATA"])
    await talk.say(line);
  expect(await talk.say("Subject: x\r\n\r\n.")).toMatch(/^250 /);
  talk.end();
  expect(await prisma.inboundMessage.count({ where: { inboundAddress: { monitorId } } })).toBe(1);
  expect(await listReceivers()).toMatchObject([{ listensAt: `127.0.0.1:${port}` }]);

  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(await listReceivers()).toEqual([]);
});
