import { z } from "zod";
import { mailboxSchema } from "../monitor/envelope.ts";
import { MECHANISMS, usernameSchema } from "../monitor/login.ts";
import { folderSchema, nameSchema } from "../monitor/monitor.ts";
import { patternSchema } from "./pattern.ts";
import { SCRIPT_LIMITS } from "./script-limits.ts";
import { spanSchema } from "./span.ts";
import { labelSchema, templateSchema } from "./template.ts";

/** What every step may have: what people call it, and how long it may take (ms). */
export const EVERY_STEP = { name: nameSchema.optional(), limit: spanSchema(SCRIPT_LIMITS.deadlineMs).optional() };

/** A mailbox in MAIL FROM or RCPT TO, perhaps with variables. */
export const mailboxTemplate = templateSchema(mailboxSchema, 320);

/** A folder of a mailbox as people call it, perhaps with variables. */
export const folderTemplate = templateSchema(folderSchema, 255);

/** How a step logs in: the password is a secret of the monitor, by its name. */
export const LOGIN_PARTS = {
  username: templateSchema(usernameSchema, 255),
  secret: labelSchema,
  mechanism: z.enum(MECHANISMS, { error: `A mechanism is one of ${MECHANISMS.join(", ")}.` }).optional(),
};

/** A pattern that some text has to hold, or must not. */
export const textSchema = z
  .strictObject({ matches: patternSchema.optional(), matchesNot: patternSchema.optional() })
  .refine(
    ({ matches, matchesNot }) => matches !== undefined || matchesNot !== undefined,
    "Say what the text matches, or matchesNot.",
  );

const codeSchema = z.union([z.number().int().min(200).max(599), z.enum(["2xx", "3xx", "4xx", "5xx"])], {
  error: "A reply code is a number such as 250, or a class such as 2xx.",
});

/** What the reply to an SMTP command has to be: one of these codes, and a text. */
export const REPLY_PARTS = {
  code: z
    .union([codeSchema, z.array(codeSchema).min(1, "Name a reply code.").max(20, "There can be at most 20 reply codes.")])
    .optional(),
  text: textSchema.optional(),
};

/** Whether an expectation of a reply expects anything. */
export const expectsOfReply = ({ code, text }: { code?: unknown; text?: unknown }) => code !== undefined || text !== undefined;
export const REPLY_EXPECTED = "Say which code or which text is expected.";
