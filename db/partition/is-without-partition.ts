const CHECK_VIOLATION = "23514";

/** Whether a write failed because no partition holds the day of a row. PostgreSQL gives it the code of a check, without a name for one. */
export function isWithoutPartition(error: unknown): boolean {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
  return code === CHECK_VIOLATION && constraint === undefined && message?.startsWith("no partition of relation") === true;
}
