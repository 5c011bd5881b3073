/**
 * Waits until somebody may connect to an address, and returns what gives the place up again; null where that was not before `withinMs`
 * had passed. How many may at once is counted over all checks, whoever they are for.
 */
export type TakeTurn = (address: string, port: number, withinMs: number) => Promise<(() => void) | null>;
