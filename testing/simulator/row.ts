import type { Figure } from "#testing/faults/figure.ts";

/** Short forms take seconds and run with every change; full ones run by `npm run bench -- truth`. */
export type Form = "short" | "full";

/** One row of the truth: what is done to the simulated world, and what the product says of it. */
export type Row = { id: string; what: string; run(form: Form): Figure[] };
