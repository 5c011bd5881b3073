import { isUnanswered, type Unanswered } from "#core/dns/answer.ts";
import type { Deadline } from "../deadline.ts";
import { askServer, type Send } from "./ask-server.ts";
import type { DnsQuestion } from "./question.ts";
import type { Reading } from "./read-answer.ts";

/** Whom to ask, one after the other; `second` are of another network, and asked where the first cannot say. */
export type Servers = { first: readonly Send[]; second: readonly Send[] };

/** How often a question is put to a server, and for how long each time. */
export type Patience = { tries: number; tryMs: number };

/** What another server may say differently; the rest is about the name. */
const ABOUT_THE_SERVER: readonly Reading["outcome"][] = ["servfail", "refused", "timeout", "malformed", "unreachable"];
/** What the same server may say differently a moment later. */
const PASSING: readonly Reading["outcome"][] = ["timeout", "malformed"];
/** Of several servers' failures, the one that tells most is told. */
const TELLING: readonly Reading["outcome"][] = ["servfail", "refused", "malformed", "timeout", "unreachable"];

/** Asks until a server says something about the name. Where there are second servers, the first have half of what is left of the time. */
export async function askServers(
  { first, second }: Servers,
  question: DnsQuestion,
  patience: Patience,
  deadline: Deadline,
): Promise<Reading> {
  const remainingMs = deadline.remainingMs();
  if (second.length === 0) return askInTurn(first, question, patience, deadline, remainingMs);
  const reading = await askInTurn(first, question, patience, deadline, remainingMs / 2);
  if (!ABOUT_THE_SERVER.includes(reading.outcome)) return reading;
  const other = await askInTurn(second, question, patience, deadline, deadline.remainingMs());
  return ABOUT_THE_SERVER.includes(other.outcome) ? reading : other;
}

/** Asks one server after the other until one knows, those that may have been hindered once more. */
async function askInTurn(
  servers: readonly Send[],
  question: DnsQuestion,
  { tries, tryMs }: Patience,
  deadline: Deadline,
  limitMs: number,
): Promise<Reading> {
  const endsAtMs = performance.now() + limitMs;
  const failures: Unanswered[] = [];
  let left = servers;
  for (let count = 1; count <= tries; count += 1) {
    const hindered: Send[] = [];
    for (const send of left) {
      const leftMs = Math.min(tryMs, deadline.remainingMs(endsAtMs));
      if (leftMs < 1) break; // timers have no fractions
      const reading = await askServer(send, question, leftMs);
      if (!isUnanswered(reading) || !ABOUT_THE_SERVER.includes(reading.outcome)) return reading;
      failures.push(reading);
      if (PASSING.includes(reading.outcome)) hindered.push(send);
    }
    left = hindered;
  }
  return mostTelling(failures);
}

function mostTelling(failures: readonly Unanswered[]): Unanswered {
  const [first] = failures.toSorted((one, other) => TELLING.indexOf(one.outcome) - TELLING.indexOf(other.outcome));
  return first ?? { outcome: "timeout", detail: "there was no time left to ask" };
}
