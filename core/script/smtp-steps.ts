import { z } from "zod";
import { ehloNameSchema } from "../monitor/host.ts";
import { isOneLineDecoded } from "../text/is-one-line.ts";
import { SCRIPT_LIMITS } from "./script-limits.ts";
import { EVERY_STEP, LOGIN_PARTS, mailboxTemplate, expectsOfReply, REPLY_EXPECTED, REPLY_PARTS } from "./step-parts.ts";
import { labelSchema, templateSchema } from "./template.ts";

const ANSWERED = { ...EVERY_STEP, expect: z.strictObject(REPLY_PARTS).refine(expectsOfReply, REPLY_EXPECTED).optional() };

/** A line of the user's own, as it goes over the wire: printable ASCII, at most 512 octets with its end (RFC 5321 section 4.5.3.1.4). */
export const commandLineSchema = z
  .string()
  .min(1, "Enter the line to send.")
  .max(510, "A line has at most 510 characters.")
  .regex(/^[\x20-\x7e]*$/, "A command is printable ASCII.")
  .refine(
    (line) => !/^\s*(?:\.|(?:mail|rcpt|data|bdat|send|soml|saml|auth|starttls|turn|atrn|etrn|xclient|xforward)\b)/i.test(line),
    "This command is a step of its own, or not to be had.",
  )
  .refine(isOneLineDecoded, "A line has no line breaks, whoever decodes it.");
const commandLine = templateSchema(commandLineSchema, 510);

/**
 * The steps of a dialogue by SMTP. `data` sends the message of the run, whose text is ours; `size` (bytes) fills it up. `send` says a line of
 * the user's own.
 */
export const smtpStepSchema = z.discriminatedUnion(
  "smtp",
  [
    z.strictObject({ smtp: z.literal("connect"), server: labelSchema, ...ANSWERED }),
    z.strictObject({ smtp: z.literal("ehlo"), as: ehloNameSchema.optional(), ...ANSWERED }),
    z.strictObject({ smtp: z.literal("starttls"), ...ANSWERED }),
    z.strictObject({ smtp: z.literal("auth"), ...LOGIN_PARTS, ...ANSWERED }),
    z.strictObject({ smtp: z.literal("send"), line: commandLine, ...ANSWERED }),
    z.strictObject({ smtp: z.literal("mail"), from: z.union([z.literal(""), mailboxTemplate]), ...ANSWERED }),
    z.strictObject({ smtp: z.literal("rcpt"), to: mailboxTemplate, ...ANSWERED }),
    z.strictObject({
      smtp: z.literal("data"),
      size: z.number().int().min(1).max(SCRIPT_LIMITS.messageBytes, "A message has at most 1 MiB.").optional(),
      ...ANSWERED,
    }),
    z.strictObject({ smtp: z.literal("rset"), ...ANSWERED }),
    z.strictObject({ smtp: z.literal("quit"), ...ANSWERED }),
  ],
  { error: "An smtp step is connect, ehlo, starttls, auth, send, mail, rcpt, data, rset or quit." },
);
export type SmtpStep = z.infer<typeof smtpStepSchema>;
