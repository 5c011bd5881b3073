import { probeStage } from "#testing/corpus/probe-behaviour.ts";
import type { CorpusServer } from "./start-server.ts";

const TIMES = 30;

/** How often the probe kept silent before the last line of a greeting. Whoever speaks early is thrown out, as postscreen does. */
export async function measureEast({ played, authorities }: CorpusServer): Promise<{ times: number; safe: number }> {
  const { behaviour, address } = played.find((each) => each.behaviour.row === "H09")!;
  const results = await Promise.all(Array.from({ length: TIMES }, () => probeStage(behaviour, address, { extraCas: authorities })));
  return { times: TIMES, safe: results.filter(({ status }) => status === "up").length };
}
