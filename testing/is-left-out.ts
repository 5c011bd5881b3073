/**
 * Whether tests that need what is missing here (`why`, null where nothing is) are left out. That is said out loud, and never
 * happens under CI=true: there they run, and fail with the same words.
 */
export function isLeftOut(why: string | null): boolean {
  if (why === null || process.env.CI === "true") return false;
  console.warn(`Skipped: ${why}.`);
  return true;
}
