import { TENTH_LIMIT_MS } from "#testing/corpus/behaviour.ts";
import { probeStage } from "#testing/corpus/probe-behaviour.ts";
import type { CorpusServer, Played } from "./start-server.ts";

/** How the probe judged every behaviour. `odd` are those it judged otherwise than expected, with what it said. */
export type Verdicts = {
  behaviours: number;
  rows: number;
  expected: number;
  odd: string[];
  /** Still running half a second after the deadline. */
  late: number;
  longestOverMs: number;
};

const AT_ONCE = 10;
export const GRACE_MS = 500;

/** Meets every behaviour of the corpus once. */
export async function measureVerdicts(server: CorpusServer): Promise<Verdicts> {
  const { played, authorities } = server;
  const corpus = played.filter(({ behaviour }) => behaviour.row.startsWith("H"));
  const verdicts: Verdicts = {
    behaviours: corpus.length,
    rows: new Set(corpus.map(({ behaviour }) => behaviour.row)).size,
    expected: 0,
    odd: [],
    late: 0,
    longestOverMs: -Infinity,
  };
  await warmUp(server);
  const left = [...corpus];
  const meetInTurn = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await meet(next, authorities, verdicts);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, meetInTurn));
  return verdicts;
}

async function meet({ behaviour, address }: Played, extraCas: string[], verdicts: Verdicts): Promise<void> {
  const { row, what, status, code, warning } = behaviour;
  const startedAtMs = performance.now();
  const result = await probeStage(behaviour, address, { extraCas });
  const overMs = performance.now() - startedAtMs - TENTH_LIMIT_MS;
  verdicts.longestOverMs = Math.max(verdicts.longestOverMs, overMs);
  if (overMs > GRACE_MS) verdicts.late += 1;
  const seen = `${result.status} ${result.reason?.code ?? "without a reason"}`;
  const isTold = warning === undefined || result.warnings.some((each) => warning.test(each));
  if (seen === `${status} ${code ?? "without a reason"}` && isTold) verdicts.expected += 1;
  else verdicts.odd.push(`${row}, ${what}: ${seen}${isTold ? "" : ", without its warning"}`);
}

/** What a process does once, such as reading all authorities, is in nobody's time. */
async function warmUp({ played, authorities }: CorpusServer): Promise<void> {
  const good = played.filter(({ behaviour }) => behaviour.row === "H00");
  for (const { behaviour, address } of good) await probeStage(behaviour, address, { extraCas: authorities });
}
