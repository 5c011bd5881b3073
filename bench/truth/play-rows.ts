import type { Figure } from "#testing/faults/figure.ts";
import type { Form, Row } from "#testing/simulator/row.ts";
import { ROWS } from "#testing/simulator/rows.ts";

/** A row, what came of it, and how long that took in ms. */
export type Played = { row: Row; figures: Figure[]; tookMs: number };

/** Plays rows one after the other; null is all of them. Throws where there is no such row. */
export function playRows(ids: readonly string[] | null, form: Form): Played[] {
  const unknown = ids?.filter((id) => !ROWS.some((row) => row.id === id)) ?? [];
  if (unknown.length > 0)
    throw new Error(`There is no row ${unknown.join(", ")}. There are: ${ROWS.map(({ id }) => id).join(", ")}.`);
  return ROWS.filter(({ id }) => ids?.includes(id) ?? true).map((row) => {
    console.error(`${row.id} …`);
    const startedAtMs = performance.now();
    const figures = row.run(form);
    return { row, figures, tookMs: performance.now() - startedAtMs };
  });
}
