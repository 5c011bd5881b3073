import type { Client, Contender, Target } from "./client.ts";
import type { ProbeBenchOptions } from "./options.ts";

/** What one contender came to: the median over the rounds of its CPU microseconds per probe. Null where it is not installed. */
export type Figure = { name: string; cpuUs: number | null; probes: number; bad: number };

type Runner = { contender: Contender; client: Client | null; count: number; costs: number[]; bad: number };

/** The fewest probes in a batch: the operating system counts the CPU time of other programs in hundredths of a second. */
const FEWEST = 100;

/**
 * Measures contenders against one target. The rounds are interleaved, A B C A B C, so that a machine that is slower for a while is
 * so for all of them. Each first makes a batch that does not count, in which it warms up.
 */
export async function measure(
  contenders: readonly Contender[],
  target: Target,
  { probes, atOnce, rounds }: ProbeBenchOptions,
): Promise<Figure[]> {
  const runners: Runner[] = [];
  try {
    for (const contender of contenders) {
      const count = Math.max(FEWEST, Math.round(probes * contender.share));
      runners.push({ contender, client: await contender.start(target), count, costs: [], bad: 0 });
    }
    for (const { client, count } of runners) await client?.runBatch(count, atOnce);
    for (let round = 0; round < rounds; round += 1) {
      for (const runner of runners) await runRound(runner, atOnce);
    }
  } finally {
    for (const { client } of runners) await client?.stop();
  }
  return runners.map(({ contender: { name }, client, count, costs, bad }) => ({
    name,
    cpuUs: client === null ? null : median(costs),
    probes: count * rounds,
    bad,
  }));
}

async function runRound(runner: Runner, atOnce: number): Promise<void> {
  if (runner.client === null) return;
  const { good, cpuUs } = await runner.client.runBatch(runner.count, atOnce);
  runner.costs.push(cpuUs / runner.count);
  runner.bad += runner.count - good;
}

/** The upper of the two in the middle, where there are two. */
function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!;
}
