import type { Contender, Target } from "./client.ts";
import type { ProbeBenchOptions } from "./options.ts";

/** What one contender came to: the median over the rounds of its CPU microseconds per probe. Null where it is not installed. */
export type Figure = { name: string; cpuUs: number | null; probes: number; bad: number };

type Runner = { contender: Contender; count: number; costs: number[]; bad: number };

/** The fewest probes in a batch: the operating system counts the CPU time of other programs in hundredths of a second. */
const FEWEST = 100;

/** So many batches do not count: a process warms up in them. */
const WARM_UP = 2;

/**
 * Measures contenders against one target. The rounds are interleaved, A B C A B C, so that a machine that is slower for a while is
 * so for all of them. Each round is a process of its own, since what becomes of the same code in two processes differs by a tenth.
 */
export async function measure(
  contenders: readonly Contender[],
  target: Target,
  { probes, atOnce, rounds }: ProbeBenchOptions,
): Promise<Figure[]> {
  const runners: Runner[] = contenders.map((contender) => ({
    contender,
    count: Math.max(FEWEST, Math.round(probes * contender.share)),
    costs: [],
    bad: 0,
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const runner of runners) await runRound(runner, target, atOnce);
  }
  return runners.map(({ contender: { name }, count, costs, bad }) => ({
    name,
    cpuUs: costs.length === 0 ? null : median(costs),
    probes: count * rounds,
    bad,
  }));
}

/** Nothing comes of one that is not installed. */
async function runRound(runner: Runner, target: Target, atOnce: number): Promise<void> {
  const { contender, count } = runner;
  const client = await contender.start(target);
  if (client === null) return;
  try {
    for (let batch = 0; batch < WARM_UP; batch += 1) await client.runBatch(count, atOnce);
    const { good, cpuUs } = await client.runBatch(count, atOnce);
    runner.costs.push(cpuUs / count);
    runner.bad += count - good;
  } finally {
    await client.stop();
  }
}

/** The upper of the two in the middle, where there are two. */
function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!;
}
