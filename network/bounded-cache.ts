/**
 * Keeps values until they weigh more than `budget` together; then those unused for longest go first. A value that alone weighs more than
 * an eighth of it is not kept: one giant must not push everything else out.
 */
export class BoundedCache<Value> {
  readonly #budget: number;
  readonly #kept = new Map<string, { value: Value; weight: number }>();
  #weight = 0;

  constructor(budget: number) {
    this.#budget = budget;
  }

  /** The value under this key, made where there is none. */
  get(key: string, make: () => Value, weightOf: (value: Value) => number): Value {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept.value;
    }
    const value = make();
    const weight = weightOf(value);
    if (weight > this.#budget / 8) return value;
    this.#kept.set(key, { value, weight });
    this.#weight += weight;
    for (const [oldest, { weight: freed }] of this.#kept) {
      if (this.#weight <= this.#budget) break;
      this.#kept.delete(oldest);
      this.#weight -= freed;
    }
    return value;
  }
}
