import type { Reason } from "#core/reason/reason.ts";
import { beginTls } from "../begin-tls.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Asks for TLS (RFC 3207). Where it is not required and refused, mail would still be delivered, in the clear. */
export function starttls(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { session } = dialogue;
  const ask = () => {
    session.send("STARTTLS");
    return readReply(session);
  };
  return beginTls(dialogue, { stage: "starttls", keyword: "STARTTLS", ask, agreed: 220 });
}
