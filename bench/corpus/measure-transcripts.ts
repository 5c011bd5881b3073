import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { trimTranscript } from "#core/transcript/trim-transcript.ts";
import { probeStage } from "#testing/corpus/probe-behaviour.ts";
import type { CorpusServer } from "./start-server.ts";

/** What is kept of very much, in bytes as JSON. `hasEnds`: the first line and the last one are among it. */
export type Transcripts = { longestKept: number; givenBytes: number; keptBytes: number; hasEnds: boolean };

const GIVEN_BYTES = 10 * 2 ** 20;
const LINE = '250-"quoted" \\ ünïcode €'.repeat(20);

const bytesOf = (lines: TranscriptLine[]) => Buffer.byteLength(JSON.stringify(lines));

/** Servers that say more than anybody wants to keep, and a transcript of 10 MiB, such as no server gets to make. */
export async function measureTranscripts({ played, authorities }: CorpusServer): Promise<Transcripts> {
  const floods = played.filter(({ behaviour }) => /flood|without end|10,000|60 KiB/.test(behaviour.what));
  const results = await Promise.all(
    floods.map(({ behaviour, address }) => probeStage(behaviour, address, { extraCas: authorities })),
  );
  const given = Array.from({ length: Math.ceil(GIVEN_BYTES / LINE.length) }, (_, at): TranscriptLine => {
    return { direction: "received", atMs: at, stage: "ehlo", text: `${at} ${LINE}` };
  });
  const kept = trimTranscript(given);
  return {
    longestKept: Math.max(...results.map(({ transcript }) => bytesOf(transcript))),
    givenBytes: bytesOf(given),
    keptBytes: bytesOf(kept),
    hasEnds: kept[0] === given[0] && kept.at(-1) === given.at(-1),
  };
}
