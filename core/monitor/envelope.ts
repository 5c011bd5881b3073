import { z } from "zod";
import { isOneLineDecoded } from "../text/is-one-line.ts";

/**
 * A mailbox as it may stand in MAIL FROM and RCPT TO: a dot-string of ASCII and a host name or address literal (RFC 5321 section 4.1.2).
 * Quoted local parts are left out on purpose: with them everything that could end the command early is.
 */
const MAILBOX =
  /^(?=.{3,254}$)(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*|\[(?:ipv6:)?[0-9a-f.:]+\])$/i;

const clean = (text: string) => text.trim();

const NO_MAILBOX = "This is no e-mail address, such as postmaster@example.com.";

/** One mailbox. Whatever could be more than one command on the wire is refused, in any spelling. */
export const mailboxSchema = z
  .string()
  .refine(isOneLineDecoded, NO_MAILBOX)
  .transform(clean)
  .refine((mailbox) => MAILBOX.test(mailbox), NO_MAILBOX);

/**
 * The accept test: MAIL FROM, RCPT TO, RSET, and no DATA. `from` may be empty, as in a bounce (RFC 5321 section 4.5.5). At least one
 * recipient: `accepted` has to be taken, `refused` has to be turned away.
 */
export const envelopeSchema = z
  .object({
    from: z.union([z.string().refine(isOneLineDecoded).transform(clean).pipe(z.literal("")), mailboxSchema], {
      error: "This is no e-mail address. Leave it empty to send as bounces do.",
    }),
    accepted: mailboxSchema.optional(),
    refused: mailboxSchema.optional(),
  })
  .refine(({ accepted, refused }) => accepted !== undefined || refused !== undefined, {
    message: "The accept test needs a recipient.",
    path: ["accepted"],
  });
export type Envelope = z.infer<typeof envelopeSchema>;
