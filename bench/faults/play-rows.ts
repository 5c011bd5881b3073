import type { Figure } from "#testing/faults/figure.ts";
import type { Ground } from "#testing/faults/ground.ts";
import type { Form, Row } from "#testing/faults/row.ts";
import { ROWS } from "#testing/faults/rows.ts";
import { onScene, type QueueKind } from "#testing/faults/scene.ts";

/** Which rows, on which queue (null is all), and how much of each. */
export type Wish = { ids: string[] | null; queue: string | null; form: Form };

/** A row, what it was run with, how long that took in ms, and what came of it. */
export type Played = { row: Row; queue: QueueKind; tookMs: number; figures: Figure[] };

/** Plays them one after the other, and says of each when it is over. One that fails leaves the others alone. */
export async function* playRows(ground: Ground, { ids, queue: only, form }: Wish): AsyncGenerator<Played> {
  for (const row of ROWS.filter(({ id }) => ids === null || ids.includes(id))) {
    for (const queue of row.queues.filter((each) => (only ?? each) === each)) {
      if (queue === "redis" && ground.redis === null) continue;
      console.error(`${row.id} on ${queue} …`);
      const startedAt = performance.now();
      const figures = await onScene(ground, queue, (scene) => row.run(scene, form)).catch(asFigure);
      for (const { what, measured, holds } of figures)
        console.error(`  ${holds ? "" : "NOT AS IT HAD TO BE: "}${what}: ${measured}`);
      yield { row, queue, tookMs: performance.now() - startedAt, figures };
    }
  }
}

function asFigure(error: unknown): Figure[] {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error);
  return [{ what: "did not come to an end", measured: message.split("\n")[0]!, aim: "", holds: false }];
}
