import { format } from "node:util";
import type { Logger } from "pino";

type Printing = Pick<Console, "log" | "info" | "warn" | "error" | "debug">;

/**
 * Has the log take what a library prints, for every line on standard output is to be one of its own: mailauth prints two numbers for each DKIM
 * signature whose `l=` says more than the body has, which whoever sends a message may have it say.
 */
export function logConsole(log: Logger, ours: Printing = console): void {
  const take = (...printed: unknown[]) => log.debug({ printed: format(...printed) }, "a library printed something");
  Object.assign(ours, { log: take, info: take, warn: take, error: take, debug: take } satisfies Printing);
}
