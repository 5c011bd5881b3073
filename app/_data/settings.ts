import { env } from "#env.ts";

/** Whether the built-in mailbox is there to be looked into. */
export const hasMailbox = env.EMBEDDED;
