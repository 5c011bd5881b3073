/** SQLSTATE classes that say "not now" (PostgreSQL, appendix A): connection, resources, operator, system, and two transactions in each other's way. */
const PASSING = /^(08|53|55|57|58|40)/;

/**
 * Whether a query that failed with this error may go well later as it is: the database is away, busy or restarting. Errors of
 * the driver itself ("Connection terminated", ECONNREFUSED) carry no SQLSTATE.
 */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = sqlStateOf(error);
  return code === null ? !(error instanceof TypeError || error instanceof RangeError) : PASSING.test(code);
}

/** Whether the database itself said "not now": nothing else is meant by such an error, wherever it comes out. */
export function saysNotNow(error: unknown): boolean {
  return error instanceof Error && PASSING.test(sqlStateOf(error) ?? "");
}

/** Null for an error that is not from the database. */
function sqlStateOf(error: Error): string | null {
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in error ? code : null;
}
