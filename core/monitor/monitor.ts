import { z } from "zod";
import { blocklistTargetSchema } from "../blocklist/blocklist-target.ts";
import { CHANGE_ASPECTS, DEFAULT_TELL_OF } from "../change/change.ts";
import { isDialogueKind } from "../check/stage.ts";
import { domainTargetSchema } from "../domain/domain-target.ts";
import { isOneLineDecoded } from "../text/is-one-line.ts";
import { envelopeSchema } from "./envelope.ts";
import { expectationSchema, mailboxExpectationSchema } from "./expectation.ts";
import { ehloNameSchema, hostSchema, portSchema } from "./host.ts";
import { loginSchema } from "./login.ts";
import { thresholdsSchema } from "./threshold.ts";
import { trustSchema } from "./trust.ts";

/** The kinds of monitor there are or will be; each kind that can be made has a target schema in `targetSchema`. */
const KINDS = ["smtp", "imap", "pop3", "mailflow", "domain", "blocklist"] as const;
export type Kind = (typeof KINDS)[number];

/** How a check uses TLS. `starttls` is STARTTLS if offered, `starttls-required` fails where it is not, `implicit` is RFC 8314. */
export const TLS_MODES = ["none", "starttls", "starttls-required", "implicit"] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/**
 * Which of a name's addresses have to work. `any`: one of them, as for somebody who sends mail. `ipv4`, `ipv6`: one of that family.
 * `both`: one of each family. `each`: every one (the first five).
 */
export const REACHES = ["any", "ipv4", "ipv6", "both", "each"] as const;
export type Reach = (typeof REACHES)[number];

/** How far a check goes. `tls` is after EHLO where no TLS is used; `accept` is the accept test, after AUTH where there is a login. */
export const ENDINGS = ["greeting", "ehlo", "tls", "auth", "accept"] as const;
export type Ending = (typeof ENDINGS)[number];

/** The same in IMAP and POP3. `tls` is after CAPABILITY or CAPA where no TLS is used; `select` and `list` need a login. */
export const IMAP_ENDINGS = ["greeting", "capability", "tls", "login", "select"] as const;
export const POP3_ENDINGS = ["greeting", "capability", "tls", "login", "list"] as const;

const INTERVAL_S = { min: 10, max: 86_400 } as const;
export const TIME_LIMIT_S = { min: 1, max: 30 } as const;
export const CONFIRMATIONS = { min: 0, max: 5 } as const;
/** The mildest confirmed status that is an incident. */
export const INCIDENT_FROM = ["down", "degraded"] as const;
export type IncidentFrom = (typeof INCIDENT_FROM)[number];
/** A contrary result is confirmed from the same place after this long: the four confirmations of the usual policy fit into half a minute. */
export const CONFIRM_AFTER_S = 6;

/** What every target has whose check is a dialogue with a server. */
const serverShape = {
  host: hostSchema,
  port: portSchema,
  tls: z.enum(TLS_MODES, { error: "Choose how the check uses TLS." }),
  reach: z.enum(REACHES, { error: "Choose which addresses have to work." }).optional(),
  login: loginSchema.optional(),
  trust: trustSchema.optional(),
  slowMs: thresholdsSchema.optional(),
};

const HOW_FAR = { error: "Choose how far the check goes." };

const isLoginEncrypted = ({ login, tls }: { login?: unknown; tls: TlsMode }) => login === undefined || tls !== "none";
const ENCRYPTED = { message: "A login needs TLS: a password is never sent in the clear.", path: ["tls"] };

export const smtpTargetSchema = z
  .object({
    ...serverShape,
    kind: z.literal("smtp"),
    ehloName: ehloNameSchema,
    until: z.enum(ENDINGS, HOW_FAR).optional(),
    envelope: envelopeSchema.optional(),
    expect: expectationSchema.optional(),
  })
  .refine(({ until, login }) => until !== "auth" || login !== undefined, {
    message: "A check that ends after AUTH needs a login.",
    path: ["until"],
  })
  .refine(({ until, envelope }) => until !== "accept" || envelope !== undefined, {
    message: "The accept test needs a recipient.",
    path: ["until"],
  })
  .refine(isLoginEncrypted, ENCRYPTED);

/**
 * What an `smtp` monitor watches. What is not there is as usual: `reach` "any", `until` "tls", no login, no expectations, and a
 * certificate that any sender would trust.
 */
export type SmtpTarget = z.infer<typeof smtpTargetSchema>;

/** The name of a folder, as its owner sees it. Whatever could be more than one command on the wire is refused, in any spelling. */
export const folderSchema = z
  .string()
  .refine(isOneLineDecoded, "A folder's name has no line breaks and no control characters.")
  .trim()
  .min(1, "Enter the name of a folder, such as INBOX.")
  .max(255, "A folder's name has at most 255 characters.");

const hasLoginItNeeds = ({ until = "", login }: { until?: string | undefined; login?: unknown }) =>
  login !== undefined || !["login", "select", "list"].includes(until);
const LOGIN_NEEDED = { message: "A check that goes as far as the login needs one.", path: ["until"] };

export const imapTargetSchema = z
  .object({
    ...serverShape,
    kind: z.literal("imap"),
    until: z.enum(IMAP_ENDINGS, HOW_FAR).optional(),
    folder: folderSchema.optional(),
    expect: mailboxExpectationSchema.optional(),
  })
  .refine(hasLoginItNeeds, LOGIN_NEEDED)
  .refine(isLoginEncrypted, ENCRYPTED);

/** What an `imap` monitor watches. What is not there is as usual, as for `smtp`; `folder` is INBOX. */
export type ImapTarget = z.infer<typeof imapTargetSchema>;

export const pop3TargetSchema = z
  .object({
    ...serverShape,
    kind: z.literal("pop3"),
    until: z.enum(POP3_ENDINGS, HOW_FAR).optional(),
    expect: mailboxExpectationSchema.optional(),
  })
  .refine(hasLoginItNeeds, LOGIN_NEEDED)
  .refine(isLoginEncrypted, ENCRYPTED);

/** What a `pop3` monitor watches. */
export type Pop3Target = z.infer<typeof pop3TargetSchema>;

/** What a monitor of one server watches: a check is one dialogue with it. */
export type DialogueTarget = SmtpTarget | ImapTarget | Pop3Target;

/**
 * What a `mailflow` monitor does: a script, as its text (core/script). `host` and `port` are those of the first server that it names, which
 * stands for all of them where there is room for one. Whether the text is a script, `mailflowTarget` says.
 */
const mailflowTargetSchema = z.object({
  kind: z.literal("mailflow"),
  host: hostSchema,
  port: portSchema,
  script: z.string(),
});
export type MailflowTarget = z.infer<typeof mailflowTargetSchema>;

/** What a monitor watches, by kind. */
export const targetSchema = z.discriminatedUnion("kind", [
  smtpTargetSchema,
  imapTargetSchema,
  pop3TargetSchema,
  mailflowTargetSchema,
  domainTargetSchema,
  blocklistTargetSchema,
]);
export type Target = z.infer<typeof targetSchema>;

/** Whether a check of a target is one dialogue with one server. */
export function isDialogue(target: Target): target is DialogueTarget {
  return isDialogueKind(target.kind);
}

/**
 * How often, how patiently and with how many confirmations a monitor is checked; whether being degraded is an incident already; and of
 * which changes of the server its channels are told.
 */
export const policySchema = z.object({
  intervalS: z.coerce
    .number({ error: "Enter the interval in seconds." })
    .int("The interval is in whole seconds.")
    .min(INTERVAL_S.min, "The shortest interval is 10 seconds.")
    .max(INTERVAL_S.max, "The longest interval is 24 hours."),
  timeLimitS: z.coerce
    .number({ error: "Enter the time limit in seconds." })
    .int("The time limit is in whole seconds.")
    .min(TIME_LIMIT_S.min, "The shortest time limit is 1 second.")
    .max(TIME_LIMIT_S.max, "The longest time limit is 30 seconds."),
  confirmations: z.coerce
    .number({ error: "Enter how many confirmations are needed." })
    .int("Confirmations are a whole number.")
    .min(CONFIRMATIONS.min, "There cannot be fewer than 0 confirmations.")
    .max(CONFIRMATIONS.max, "There can be at most 5 confirmations."),
  incidentFrom: z.enum(INCIDENT_FROM, { error: "Choose from when on there is an incident." }).default("down"),
  tellOf: z
    .array(z.enum(CHANGE_ASPECTS, { error: "Choose which changes are told." }))
    .default([...DEFAULT_TELL_OF])
    .transform((told) => CHANGE_ASPECTS.filter((aspect) => told.includes(aspect))),
});
export type Policy = z.infer<typeof policySchema>;

/** Five checks in a row that see the same: a network that loses every hundredth does not lose those in a lifetime (decision 021). */
export const DEFAULT_POLICY: Policy = {
  intervalS: 60,
  timeLimitS: 15,
  confirmations: 4,
  incidentFrom: "down",
  tellOf: [...DEFAULT_TELL_OF],
};

/** A name a person gives to a thing of theirs. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(100, "A name has at most 100 characters.")
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
  .refine((name) => !/[\u0000-\u001f\u007f]/.test(name), "A name has no control characters.");
