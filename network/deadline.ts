/**
 * The one absolute end of a whole attempt. It is made once and passed down; nothing that happens meanwhile moves it, so a
 * server that sends a byte now and then gains nothing. It fires once, and only if it was not cleared before.
 */
export class Deadline {
  readonly limitMs: number;
  readonly #endsAtMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #calls: (() => void)[] = [];
  #hasPassed = false;

  constructor(limitMs: number) {
    this.limitMs = limitMs;
    this.#endsAtMs = performance.now() + limitMs;
    this.#timer = setTimeout(() => this.#pass(), limitMs);
  }

  get hasPassed(): boolean {
    return this.#hasPassed;
  }

  /**
   * Milliseconds until the end, or until `soonerAtMs` (of performance.now()) where that is before it, with fractions; 0 once it has
   * passed, never less.
   */
  remainingMs(soonerAtMs = Infinity): number {
    return this.#hasPassed ? 0 : Math.max(0, Math.min(soonerAtMs, this.#endsAtMs) - performance.now());
  }

  /** Calls once when the deadline passes, at once where it already has. */
  onPass(call: () => void): void {
    if (this.#hasPassed) call();
    else this.#calls.push(call);
  }

  /** The attempt is over: the deadline never fires and holds no process open. */
  clear(): void {
    clearTimeout(this.#timer);
  }

  #pass(): void {
    this.#hasPassed = true;
    for (const call of this.#calls) call();
  }
}
