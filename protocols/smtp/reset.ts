import type { SmtpDialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** Takes back a sender and recipients that were taken (RFC 5321 section 4.1.1.5), so that no message is ever begun. */
export async function reset({ session }: SmtpDialogue, limitMs: number): Promise<void> {
  const isBegun = session.stages.some(({ stage, reply }) => stage === "mail" && reply?.code === 250);
  if (!isBegun || session.stages.some(({ stage }) => stage === "data")) return;
  session.send("RSET");
  const answer = await readReply(session, limitMs);
  if ("failure" in answer) session.warn(`RSET was not answered (${answer.failure}).`);
  else if (answer.code !== 250) session.warn(`RSET was answered with ${answer.code} instead of 250.`);
}
