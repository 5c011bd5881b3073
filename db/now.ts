/**
 * SQL: the present as our columns keep it, in whole milliseconds. Storing an instant rounds it, up to half a millisecond into the
 * future: a row that is due at once would not be due for whoever is that quick.
 */
export const NOW = "now()::timestamptz(3)";
