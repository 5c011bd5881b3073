import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

test.each([
  ["is asked to stop", (child: ChildProcess) => child.kill("SIGTERM")],
  ["has lost its parent", (child: ChildProcess) => child.disconnect()],
])("a worker that waits for its database says so once, and ends where it %s", async (_, ask) => {
  const child = startWithoutDatabase();
  const ended = once(child, "exit");
  let said = "";
  const hasTriedAgain = new Promise<void>((resolve) => {
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("the database does not answer")) setTimeout(resolve, 2_200);
    });
  });
  await Promise.race([hasTriedAgain, ended]);
  expect(said.match(/the database does not answer/g)).toHaveLength(1);
  ask(child);
  expect(await ended).toEqual([0, null]);
});

/** At the address that testing/setup.ts gives there is none. */
function startWithoutDatabase(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: `${import.meta.dirname}/..`,
    env: { ...process.env, LOG_LEVEL: "info" },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
}
