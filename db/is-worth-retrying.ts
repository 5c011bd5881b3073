/** SQLSTATE classes that say "not now" (PostgreSQL, appendix A): connection, resources, operator, system, and two transactions in each other's way. */
const PASSING = /^(08|53|55|57|58|40)/;

/**
 * Whether a query that failed with this error may go well later as it is: the database is away, busy or restarting. Errors of
 * the driver itself ("Connection terminated", ECONNREFUSED) carry no SQLSTATE.
 */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  const isFromDatabase = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in error;
  return isFromDatabase ? PASSING.test(code) : !(error instanceof TypeError || error instanceof RangeError);
}
