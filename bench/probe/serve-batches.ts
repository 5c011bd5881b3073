import type { Batch, Target } from "./client.ts";

/** In the process of a client: what it was started to probe. */
export function readTarget(): Target {
  return JSON.parse(process.argv[2]!) as Target;
}

/** In the process of a client: runs the batches it is asked for, and says what each cost, until its parent lets it go. */
export function serveBatches(probe: () => Promise<boolean>): void {
  process.on("message", ({ count, atOnce }: { count: number; atOnce: number }) => {
    void runBatch(probe, count, atOnce).then((batch) => process.send!(batch));
  });
  process.send!("ready");
}

async function runBatch(probe: () => Promise<boolean>, count: number, atOnce: number): Promise<Batch> {
  let left = count;
  let good = 0;
  const probeInTurn = async () => {
    while (left > 0) {
      left -= 1;
      if (await probe()) good += 1;
    }
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, probeInTurn));
  const { user, system } = process.cpuUsage(before);
  return { good, cpuUs: user + system };
}
