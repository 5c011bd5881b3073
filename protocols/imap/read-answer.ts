import type { Reply } from "#core/check/reply.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { ResponseParser, type Awaited, type Datum } from "./response-parser.ts";

/** An answer, and of what the server said on the way to it what it can do, and the data that were to be kept. */
export type Answer = { answer: Reply | Failure; capabilities: string[] | null; data: Datum[] };

/**
 * Waits for one whole answer, until the deadline or, where that is sooner, for `limitMs`. After a failure the session is no longer open:
 * what comes next could not be told apart from what should have come.
 */
export async function readAnswer(session: Session, awaited: Awaited, limitMs?: number): Promise<Answer> {
  const parser = new ResponseParser(awaited, {
    skip: (bytes, keep) => session.skip(bytes, keep),
    outOfStep: () => session.odd("desync", "The server answered a command that was not asked now."),
  });
  const answer = await session.receive((line, shown) => parser.take(line, shown), limitMs);
  return {
    answer: "failure" in answer ? session.abandon(answer) : session.replied(answer),
    capabilities: parser.capabilities,
    data: parser.data,
  };
}
