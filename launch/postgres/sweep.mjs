import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isAlive } from "../is-alive.mjs";
import { stopLeftover } from "./leftover.mjs";

/** The folders of databases that tests make; the process that made one follows. */
export const TEST_FOLDER = "ehlowatch-test-";

/** Stops and removes the databases of test processes that were killed before they could do it themselves. */
export async function sweepTestDatabases() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(TEST_FOLDER))) {
    if (isAlive(Number(name.slice(TEST_FOLDER.length).split("-")[0]))) continue;
    const folder = path.join(tmpdir(), name);
    try {
      await stopLeftover(path.join(folder, "data"));
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      process.stderr.write(`${folder} is left from earlier tests and could not be removed: ${String(error)}\n`);
    }
  }
}
