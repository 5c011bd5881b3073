import { WEIGHTS, type Weight } from "./dns-list.ts";

/** The heaviest of some weights, of which there is at least one. */
export function heaviest(weights: readonly Weight[]): Weight {
  return WEIGHTS.find((weight) => weights.includes(weight)) ?? "light";
}
