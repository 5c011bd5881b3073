/** SQL: the columns of a ListingState. */
export const LISTING_COLUMNS = `entry, list, state, why, detail, ${ms("listed_since")} as "listedSince", codes, says, text, weight,
  ${ms("answered_at")} as "answeredAt", ${ms("asked_at")} as "askedAt", ${ms("due_at")} as "dueAt"`;

function ms(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}
