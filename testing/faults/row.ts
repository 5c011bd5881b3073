import type { Figure } from "./figure.ts";
import type { QueueKind, Scene } from "./scene.ts";

/** Short forms show that a row holds at all, and most of them run with every change; full ones are for `npm run bench -- faults`. */
export type Form = "short" | "full";

/** One row of faults: what is done to the product, and what came of it. */
export type Row = {
  id: string;
  what: string;
  /** The queues it is run with: both, where the queue has a part in it. */
  queues: readonly QueueKind[];
  /** The queue its short form is a test with; null where that takes too long for one. */
  testedWith: QueueKind | null;
  run(scene: Scene, form: Form): Promise<Figure[]>;
};

export const EITHER_QUEUE: readonly QueueKind[] = ["postgresql", "redis"];
export const WHATEVER_QUEUE: readonly QueueKind[] = ["postgresql"];
export const REDIS_ONLY: readonly QueueKind[] = ["redis"];
