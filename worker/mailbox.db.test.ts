import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import { afterEach, expect, test } from "vitest";
import { listMessages } from "#db/mailbox/list-messages.ts";
import { freePort } from "#launch/free-port.mjs";
import { untilGreeted } from "#testing/greeted.ts";

let child: ChildProcess;
afterEach(() => child.kill("SIGKILL"));

async function start(): Promise<number> {
  const port = await freePort();
  child = fork("worker/mailbox.ts", {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, MAILBOX_PORT: String(port) },
    stdio: "ignore",
  });
  await untilGreeted(port);
  return port;
}

test("the mailbox is a process that takes mail, and ends with a signal", async () => {
  const port = await start();
  await createTransport({ host: "127.0.0.1", port }).sendMail({ from: "a@example.org", to: "b@example.org", subject: "hello" });
  expect(await listMessages(10)).toMatchObject([{ subject: "hello" }]);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("the mailbox ends when the process that started it is gone", async () => {
  await start();
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});
