import type { Dialogue } from "#core/check/dialogue.ts";
import { readTranscript } from "#db/transcript/read-transcript.ts";

/** A check, or a change that one confirmed, and whether its dialogue is kept. */
type Seen = { slotAt: Date | null; locationId: number | null; hasTranscript: boolean };

/** The latest dialogue that is kept of those seen and the last good one: it knows what the DNS said and which addresses answered. */
export async function latestDialogue(teamId: number, monitorId: number, seen: readonly Seen[], good: Dialogue | null) {
  const kept = seen.flatMap(({ slotAt, locationId, hasTranscript }) =>
    hasTranscript && slotAt !== null && locationId !== null ? [{ slotAt: slotAt.getTime(), locationId }] : [],
  );
  const latest = kept.toSorted((a, b) => b.slotAt - a.slotAt)[0];
  if (!latest || (good && good.slotAt.getTime() >= latest.slotAt)) return good;
  return (await readTranscript(teamId, monitorId, latest)) ?? good;
}
