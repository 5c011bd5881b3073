import type { SendContext, SendOutcome } from "./channel.ts";
import { judgeAnswer } from "./judge-answer.ts";

/**
 * Gives the outside watcher a sign of life by asking for its URL. It is given once: one that was not taken says nothing any more when the next
 * is there, so there is no retry.
 */
export async function sendSignOfLife(url: string, context: Pick<SendContext, "ask">): Promise<SendOutcome> {
  const outcome = judgeAnswer(await context.ask({ method: "GET", url }));
  return outcome.sent ? outcome : { sent: false, next: "give-up", reason: outcome.reason };
}
