import { Fact } from "#components/monitor/fact.tsx";
import type { Arrival } from "#core/arrival/arrival.ts";
import type { SpamVerdict } from "#core/arrival/spam-verdict.ts";
import { delayText } from "#core/mailflow/delay-text.ts";
import { bytesText } from "#core/text/bytes-text.ts";
import { visibleText } from "#core/text/visible-text.ts";
import { MessagePath } from "./message-path.tsx";
import { VerdictTable } from "./verdict-table.tsx";

/** What became of a message: where it is, how long it took and by which way, and what everybody made of it. */
export function ArrivalPanel({ arrival }: { arrival: Arrival }) {
  const { folder, isJunk, delayMs, sizeBytes, spam, headers } = arrival;
  return (
    <div className="grid gap-6">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="Found in">
          {visibleText(folder)}
          {isJunk && <span className="font-medium text-degraded"> (junk)</span>}
        </Fact>
        <Fact term="Time until it was there">{delayText(delayMs)}</Fact>
        <Fact term="Size">{bytesText(sizeBytes)}</Fact>
        <Fact term="Spam filter">{spamText(spam)}</Fact>
        <Fact term="Header fields that changed">{headers.changed.join(", ") || "none"}</Fact>
        <Fact term="Header fields that are gone">{headers.lost.join(", ") || "none"}</Fact>
      </dl>
      <div>
        <h3 className="mb-1 font-medium">Path</h3>
        <MessagePath hops={arrival.hops} />
      </div>
      <div>
        <h3 className="mb-1 font-medium">Authentication</h3>
        <VerdictTable ours={arrival.ours} theirs={arrival.theirs} />
      </div>
    </div>
  );
}

function spamText(spam: SpamVerdict | null): string {
  if (spam === null) return "wrote nothing";
  const verdict = spam.isSpam === null ? [] : [spam.isSpam ? "spam" : "no spam"];
  const score = spam.score === null ? [] : [`score ${spam.score}${spam.limit === null ? "" : ` of ${spam.limit}`}`];
  return `${[...verdict, ...score].join(", ")} (${spam.by})`;
}
