import type { Reason } from "#core/reason/reason.ts";
import { beginTls } from "../begin-tls.ts";
import type { ImapDialogue } from "./dialogue.ts";
import { readAnswer } from "./read-answer.ts";
import { TAGS } from "./tags.ts";

/** Asks for TLS (RFC 9051 section 6.2.1). */
export function starttls(dialogue: ImapDialogue): Promise<Reason | null> {
  const { session } = dialogue;
  const tag = TAGS.starttls;
  const ask = () => {
    session.send(`${tag} STARTTLS`);
    return readAnswer(session, { tag }).then(({ answer }) => answer);
  };
  return beginTls(dialogue, { stage: "starttls", keyword: "STARTTLS", ask, agreed: "OK" });
}
