import type { Session } from "#network/session.ts";
import { readReply } from "./read-reply.ts";

/** Whether the server has taken a sender, and no message has come of it: there is something to take back. */
export function isMailBegun({ stages }: Session): boolean {
  return (
    stages.some(({ stage, reply }) => stage === "mail" && reply?.code === 250) && stages.every(({ stage }) => stage !== "data")
  );
}

/** Takes back a sender and recipients that were taken (RFC 5321 section 4.1.1.5), so that no message is ever begun. */
export async function reset(session: Session, limitMs: number): Promise<void> {
  session.send("RSET");
  const answer = await readReply(session, limitMs);
  if ("failure" in answer) session.warn(`RSET was not answered (${answer.failure}).`);
  else if (answer.code !== 250) session.warn(`RSET was answered with ${answer.code} instead of 250.`);
}
