import type { BlocklistTarget } from "#core/blocklist/blocklist-target.ts";
import { judgeListings } from "#core/blocklist/judge-listings.ts";
import { pairsOf } from "#core/blocklist/listing-pair.ts";
import { listingReport } from "#core/blocklist/listing-report.ts";
import { noFacts } from "#core/check/bare-result.ts";
import type { CheckResult } from "#core/check/result.ts";
import { Secrets } from "#core/transcript/secrets.ts";
import { trimTranscript } from "#core/transcript/trim-transcript.ts";
import { Deadline } from "#network/deadline.ts";
import { Transcript } from "#network/transcript.ts";
import { askPairs } from "./blocklist/ask-pairs.ts";
import { ListingTable } from "./blocklist/listing-table.ts";
import type { ProbeOptions } from "./probe.ts";
import { resolverWithin } from "./resolver-within.ts";

/**
 * Asks the lists about every entry of which what is known is too old. Never throws for what a list did; throws where nobody keeps what is known. Ends
 * with the time limit; what could not be asked by then is left as it was known.
 */
export async function probeBlocklist({ entries }: BlocklistTarget, options: ProbeOptions): Promise<CheckResult> {
  const { blocklist: run, timeLimitMs, now = Date.now, onLine } = options;
  if (run === undefined) throw new Error("Somebody keeps what is known of listings.");
  const startedAt = now();
  const startedAtMs = performance.now();
  const secrets = new Secrets(run.secrets);
  const transcript = new Transcript(startedAtMs, secrets, undefined, onLine);
  const deadline = new Deadline(timeLimitMs);
  try {
    const resolver = resolverWithin(options, deadline);
    const pairs = pairsOf(entries, run.lists);
    const table = new ListingTable(pairs, run);
    const due = pairs.filter((pair) => table.isDue(pair, startedAt));
    transcript.add(
      "listing",
      "note",
      `Asks about ${due.length} of ${pairs.length} pairs of an entry and a list. Of the others the answer is still good.`,
    );
    await askPairs(due, { asking: { resolver, transcript, secrets }, run, table, deadline, now });
    await table.flush();

    const report = listingReport(run.lists, { pairs: pairs.length, states: table.states, questions: resolver.asked, now: now() });
    const verdict = judgeListings(report);
    if (verdict.reason !== null) transcript.markFailed("listing", false, verdict.reason.detail ?? verdict.reason.code);
    const durationMs = performance.now() - startedAtMs;
    return {
      ...verdict,
      startedAt,
      durationMs,
      stages: [{ stage: "listing", ms: Math.round(durationMs * 10) / 10, reply: null }],
      facts: { ...noFacts(), listings: report },
      transcript: trimTranscript(transcript.lines),
    };
  } finally {
    deadline.clear();
  }
}
