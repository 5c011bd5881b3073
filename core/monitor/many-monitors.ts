/** How many monitors can be changed at once: a page of the list. */
export const MONITORS_AT_ONCE = 50;

/** What is said after something was done to several monitors, or why it was not, and which ones are not as they were. */
export type SaidOfMany = { ok: boolean; text: string; changed: number[] };
