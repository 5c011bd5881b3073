import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Arguments are printable ASCII, a user name without blanks; a password is all that comes after PASS (RFC 1939 sections 3 and 7). */
const USERNAME = /^[\x21-\x7e]+$/;
const PASSWORD = /^[\x20-\x7e]+$/;

/** Whether a user name and a password can be said as they are, each in a command that has so many bytes at most, its line end included. */
export function canSayUserPass(username: string, password: string, commandBytes: number): boolean {
  const fits = (argument: string) => `USER ${argument}\r\n`.length <= commandBytes;
  return USERNAME.test(username) && PASSWORD.test(password) && fits(username) && fits(password);
}

/** Says USER and PASS (RFC 1939 section 7). Only encryption protects them. */
export async function userPass(dialogue: Pop3Dialogue, username: string, password: string): Promise<Reason | null> {
  const { session } = dialogue;
  session.send(`USER ${username}`);
  const known = await readReply(session);
  if ("failure" in known || known.code !== "+OK") return answerReason(dialogue, "login", known);
  session.send("PASS ", password);
  const answer = await readReply(session);
  return "code" in answer && answer.code === "+OK" ? null : answerReason(dialogue, "login", answer);
}
