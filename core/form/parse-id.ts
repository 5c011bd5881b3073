const MAX_ID = 2_147_483_647; // PostgreSQL integer

/** The id of a row from an address or a form; null for anything that cannot be one. */
export function parseId(text: unknown): number | null {
  if (typeof text !== "string" || !/^[1-9]\d{0,9}$/.test(text)) return null;
  const id = Number(text);
  return id <= MAX_ID ? id : null;
}
