import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** The check has its verdict by now; nobody waits longer than this for a farewell, in ms. */
const FAREWELL_MS = 1_000;

/** Takes leave (RFC 5321 section 4.1.1.10). A server that does not answer properly is odd, but no less up. */
export async function quit({ session }: SmtpDialogue): Promise<null> {
  session.send("QUIT");
  const answer = await readReply(session, FAREWELL_MS);
  if ("failure" in answer) session.warn(`QUIT was not answered (${answer.failure}).`);
  else if (answer.code !== 221) session.warn(`QUIT was answered with ${answer.code} instead of 221.`);
  return null;
}
