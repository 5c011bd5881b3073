import { z } from "zod";
import { ehloNameSchema, hostSchema, portSchema } from "../monitor/host.ts";
import { TLS_MODES } from "../monitor/monitor.ts";
import { trustSchema } from "../monitor/trust.ts";

/** What a server of a script speaks. */
export const PROTOCOLS = ["smtp", "imap", "pop3"] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/**
 * A server that a script talks to, and how it uses TLS there (see TLS_MODES). `ehlo` is the name we say to an SMTP server; `trust` is how its certificate is
 * judged, where not as any sender would.
 */
export const serverSchema = z
  .strictObject({
    protocol: z.enum(PROTOCOLS, { error: "A server speaks smtp, imap or pop3." }),
    host: z.string({ error: "Enter the server's name or address." }).pipe(hostSchema),
    port: portSchema,
    tls: z.enum(TLS_MODES, { error: `TLS is one of ${TLS_MODES.join(", ")}.` }),
    ehlo: ehloNameSchema.optional(),
    trust: z.strictObject(trustSchema.shape, { error: "Trust has except, ca, pin or warnDays." }).optional(),
  })
  .refine(({ protocol, ehlo }) => ehlo === undefined || protocol === "smtp", {
    message: "Only an SMTP server is told a name in EHLO.",
    path: ["ehlo"],
  });
export type Server = z.infer<typeof serverSchema>;
