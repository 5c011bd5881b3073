import { setMaxListeners } from "node:events";
import type { Logger } from "./log.ts";
import type { Outage } from "./outage.ts";
import { pause } from "./pause.ts";

/** Something to do now and then. `run` returns what is worth a line in the log, if anything. */
export type Duty = { name: string; everyMs: number; run: () => Promise<Record<string, unknown> | void> };

/** Does each duty at once and then every so often, each in its own time, until the signal is aborted; waits for what is in hand. */
export async function doDuties(duties: readonly Duty[], signal: AbortSignal, outage: Outage, log: Logger): Promise<void> {
  setMaxListeners(0, signal); // each of them waits with it
  await Promise.all(
    duties.map(async ({ name, everyMs, run }) => {
      while (!signal.aborted) {
        try {
          const done = await run();
          if (done && Object.values(done).some(Boolean)) log.info(done, name);
          outage.over();
        } catch (error) {
          outage.failed(error);
        }
        await pause(everyMs, signal);
      }
    }),
  );
}
