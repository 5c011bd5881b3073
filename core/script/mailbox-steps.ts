import { z } from "zod";
import { SCRIPT_LIMITS } from "./script-limits.ts";
import { spanSchema } from "./span.ts";
import { EVERY_STEP, folderTemplate, LOGIN_PARTS } from "./step-parts.ts";
import { labelSchema } from "./template.ts";

/** How often a search looks again, until the message is there or its time is over. */
const AGAIN = { every: spanSchema(SCRIPT_LIMITS.deadlineMs).optional() };

/** `search` looks for the message of the run, by its token, in each of the folders; the steps after it are about what it found. */
export const imapStepSchema = z.discriminatedUnion(
  "imap",
  [
    z.strictObject({ imap: z.literal("connect"), server: labelSchema, ...EVERY_STEP }),
    z.strictObject({ imap: z.literal("starttls"), ...EVERY_STEP }),
    z.strictObject({ imap: z.literal("login"), ...LOGIN_PARTS, ...EVERY_STEP }),
    z.strictObject({
      imap: z.literal("search"),
      folders: z.array(folderTemplate).min(1, "Name a folder.").max(10, "There can be at most 10 folders."),
      ...AGAIN,
      ...EVERY_STEP,
    }),
    z.strictObject({ imap: z.literal("fetch"), ...EVERY_STEP }),
    z.strictObject({ imap: z.literal("delete"), ...EVERY_STEP }),
    z.strictObject({ imap: z.literal("expunge"), ...EVERY_STEP }),
    z.strictObject({ imap: z.literal("logout"), ...EVERY_STEP }),
  ],
  { error: "An imap step is connect, starttls, login, search, fetch, delete, expunge or logout." },
);
export type ImapStep = z.infer<typeof imapStepSchema>;

/** The same by POP3, where there is one folder, and what is deleted goes with `quit` (RFC 1939 section 6). */
export const pop3StepSchema = z.discriminatedUnion(
  "pop3",
  [
    z.strictObject({ pop3: z.literal("connect"), server: labelSchema, ...EVERY_STEP }),
    z.strictObject({ pop3: z.literal("stls"), ...EVERY_STEP }),
    z.strictObject({ pop3: z.literal("login"), ...LOGIN_PARTS, ...EVERY_STEP }),
    z.strictObject({ pop3: z.literal("search"), ...AGAIN, ...EVERY_STEP }),
    z.strictObject({ pop3: z.literal("fetch"), ...EVERY_STEP }),
    z.strictObject({ pop3: z.literal("delete"), ...EVERY_STEP }),
    z.strictObject({ pop3: z.literal("quit"), ...EVERY_STEP }),
  ],
  { error: "A pop3 step is connect, stls, login, search, fetch, delete or quit." },
);
export type Pop3Step = z.infer<typeof pop3StepSchema>;

/** Mail that the user's own server sends to the address at which we receive it, `${inbound}`. */
export const inboundStepSchema = z.discriminatedUnion(
  "inbound",
  [z.strictObject({ inbound: z.literal("receive"), ...EVERY_STEP })],
  { error: "An inbound step is receive." },
);
