/**
 * Work that is never done twice at a time for one key: whoever asks for it again waits for the one in hand. A job whose lock ran out
 * while the queue was away comes back to the very worker that still does it.
 */
export function joined<Input>(
  keyOf: (input: Input) => string,
  work: (input: Input) => Promise<void>,
): (input: Input) => Promise<void> {
  const inHand = new Map<string, Promise<void>>();
  return (input) => {
    const key = keyOf(input);
    const started = inHand.get(key) ?? work(input).finally(() => inHand.delete(key));
    inHand.set(key, started);
    return started;
  };
}
