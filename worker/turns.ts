/** Lets one at a time through for each key: `take` waits for its turn and returns what ends it. */
export type Turns = { take(key: string): Promise<() => void> };

/** Turns in the order in which they were asked for. Keys nobody uses take no memory. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    async take(key) {
      const before = last.get(key);
      let end!: () => void;
      const mine = new Promise<void>((resolve) => (end = resolve));
      last.set(key, mine);
      await before;
      return () => {
        if (last.get(key) === mine) last.delete(key);
        end();
      };
    },
  };
}
