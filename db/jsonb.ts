/**
 * A value as text that PostgreSQL takes as jsonb. It takes neither NUL nor half a surrogate pair, and a hostile server can put
 * both into what we keep.
 */
export function jsonb(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "string" ? each.replaceAll("\0", "\u{fffd}").toWellFormed() : each,
  );
}
