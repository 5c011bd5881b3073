import type { Reply } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { ReplyParser, type Expected } from "./reply-parser.ts";

/**
 * Waits for one whole reply of the kind that is expected, until the deadline or, where that is sooner, for `limitMs`. After a failure the
 * session is no longer open: what comes next could not be told apart from what should have come.
 */
export function readReply(session: Session, expected: Expected = {}, limitMs?: number): Promise<Reply | Failure> {
  const parser = new ReplyParser(expected);
  return session
    .receive((line, shown) => parser.take(line, shown), limitMs, expected.isMail)
    .then((answer) => ("failure" in answer ? session.abandon(answer) : session.replied(answer)));
}
