import pino from "pino";
import { env } from "#env.ts";

/** The log of the web process: one JSON object a line. Nothing that is a secret, or holds one, is ever handed to it. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { process: "web" },
  timestamp: pino.stdTimeFunctions.isoTime,
});
