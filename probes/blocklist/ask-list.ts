import { bounded } from "#core/arrival/bounded.ts";
import type { AskedList } from "#core/blocklist/blocklist-run.ts";
import { testEntries, type Subject } from "#core/blocklist/dns-list.ts";
import { questionName } from "#core/blocklist/question-name.ts";
import { readListing, type Reading } from "#core/blocklist/read-listing.ts";
import { judgeTest, type ListTest } from "#core/blocklist/test-list.ts";
import type { DnsAnswer } from "#core/dns/answer.ts";
import type { Secrets } from "#core/transcript/secrets.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import type { Transcript } from "#network/transcript.ts";

/** By whom lists are asked, where each question and answer is written down, and what must stand nowhere: the keys in their zones. */
export type Asking = { resolver: Pick<Resolver, "ask">; transcript: Transcript; secrets: Secrets };

/** What a list says of an entry, and how long that may be kept, in seconds; 0 where it said nothing. */
export async function askList(
  asking: Asking,
  list: AskedList,
  at: string,
  entry: string,
): Promise<{ reading: Reading; ttlS: number }> {
  const name = questionName(entry, at);
  const answer = await asking.resolver.ask(name, "A");
  asking.transcript.add("listing", "sent", `${name} A`);
  asking.transcript.add("listing", "received", answerText(answer));
  const reading = readListing(list, answer);
  if (reading.state !== "unknown") return { reading, ttlS: "ttlS" in answer ? answer.ttlS : 0 };
  return { reading: { ...reading, detail: reading.detail && asking.secrets.takenOutOf(reading.detail) }, ttlS: 0 };
}

/** What the list says in words of an entry that is on it; null where it says nothing. */
export async function askReason({ resolver, transcript, secrets }: Asking, at: string, entry: string): Promise<string | null> {
  const name = questionName(entry, at);
  const answer = await resolver.ask(name, "TXT");
  transcript.add("listing", "sent", `${name} TXT`);
  const text = answer.outcome === "found" ? bounded(secrets.takenOutOf(answer.records.map(({ data }) => data).join(" "))) : null;
  transcript.add("listing", "received", text ?? answer.outcome);
  return text;
}

/** Whether a list can be believed of one kind of entry (RFC 5782 section 5). */
export async function testList(asking: Asking, list: AskedList, at: string, subject: Subject): Promise<ListTest> {
  const { listed, unlisted } = testEntries(list, subject);
  const [ofListed, ofUnlisted] = await Promise.all([listed, unlisted].map((entry) => askList(asking, list, at, entry)));
  return judgeTest(ofListed!.reading, ofUnlisted!.reading);
}

function answerText(answer: DnsAnswer<"A">): string {
  if (answer.outcome === "found") return answer.records.map(({ data, ttlS }) => `${data} ttl ${ttlS} s`).join(", ");
  return "detail" in answer && answer.detail !== null ? `${answer.outcome}: ${answer.detail}` : answer.outcome;
}
