import { pino, type Logger } from "pino";
import { env } from "#env.ts";

export type { Logger };

/** What must never be in a log, wherever it turns up in what is logged. */
const SECRETS = ["password", "passwordHash", "token", "secret", "sealed", "authorization", "cookie", "config", "connectionString"];

/** The log of this process: one JSON object a line on standard output. */
export const log: Logger = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid, location: env.LOCATION },
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[redacted]" },
});
