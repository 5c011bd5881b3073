/** Lets one at a time through for each key. */
export type Turns = {
  /** Waits for its turn and returns what ends it. */
  take(key: string): Promise<() => void>;
  /** The same, but no longer than `withinMs`; null where the turn did not come. */
  take(key: string, withinMs: number): Promise<(() => void) | null>;
};

/** Turns in the order in which they were asked for. Keys nobody uses take no memory. */
export function createTurns(): Turns {
  /** Who waits, for each key that somebody has. */
  const waiting = new Map<string, (() => void)[]>();

  const endOf = (key: string) => {
    let hasEnded = false;
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      const next = waiting.get(key)!.shift();
      if (next) next();
      else waiting.delete(key);
    };
  };

  function take(key: string): Promise<() => void>;
  function take(key: string, withinMs?: number): Promise<(() => void) | null>;
  async function take(key: string, withinMs?: number): Promise<(() => void) | null> {
    const queue = waiting.get(key);
    if (queue === undefined) {
      waiting.set(key, []);
      return endOf(key);
    }
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        resolve(endOf(key));
      };
      const giveUp = () => {
        queue.splice(queue.indexOf(go), 1);
        resolve(null);
      };
      const timer = withinMs === undefined ? undefined : setTimeout(giveUp, withinMs);
      queue.push(go);
    });
  }

  return { take };
}
