import type { Reason } from "#core/reason/reason.ts";
import { beginTls } from "../begin-tls.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Asks for TLS (RFC 2595 section 4). */
export function stls(dialogue: Pop3Dialogue): Promise<Reason | null> {
  const { session } = dialogue;
  const ask = () => {
    session.send("STLS");
    return readReply(session);
  };
  return beginTls(dialogue, { stage: "stls", keyword: "STLS", ask, agreed: "+OK" });
}
