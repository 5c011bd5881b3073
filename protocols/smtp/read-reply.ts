import type { Reason, ReplyStage } from "#core/reason.ts";
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
  const answer = await session.receive((line) => parser.take(line), limitMs);
  if ("failure" in answer) session.abandon(answer);
  return answer;
}

/** Why a dialogue stops at an answer that was not the one hoped for. */
export function answerReason(stage: ReplyStage, answer: Reply | Failure): Reason {
  if ("failure" in answer) return { code: `${stage}.${answer.failure}`, stage, reply: null, detail: answer.detail };
  return { code: `${stage}.reply`, stage, reply: answer, detail: null };
}
