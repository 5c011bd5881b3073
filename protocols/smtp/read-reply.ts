import type { Reply } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { ReplyParser } from "./reply-parser.ts";

/**
 * Waits for one whole reply, until the deadline or, where that is sooner, for `limitMs`. After a failure the session is no longer
 * open: what comes next could not be told apart from what should have come.
 */
export function readReply(session: Session, limitMs?: number): Promise<Reply<number> | Failure> {
  const parser = new ReplyParser();
  return session
    .receive((line, shown) => parser.take(line, shown), limitMs)
    .then((answer) => ("failure" in answer ? session.abandon(answer) : session.replied(answer)));
}
