/** What is said after something was done, or why it was not. */
export type Said = { ok: boolean; text: string };
