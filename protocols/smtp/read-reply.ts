import type { Reply } from "#core/reply.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { ReplyParser } from "./reply-parser.ts";

/**
 * Waits for one whole reply, until the deadline or, where that is sooner, for `limitMs`. After a failure the session is no longer
 * open: what comes next could not be told apart from what should have come.
 */
export async function readReply(session: Session, limitMs?: number): Promise<Reply | Failure> {
  const parser = new ReplyParser();
  const answer = await session.receive((line, shown) => parser.take(line, shown), limitMs);
  if ("failure" in answer) return session.abandon(answer);
  session.replied(answer);
  return answer;
}
