/** Why a page could not be made and what that means for the watch, from what /api/health answers. */
export function failureSentence(health: unknown): string {
  if (isDatabaseAway(health))
    return "The database does not answer. Until it does, nothing can be shown and no results are kept. This page works again as soon as it is back.";
  return "Something on our side broke while this page was made. Your monitors are checked by another process and go on.";
}

/** Read by hand: every page carries this for the day it is needed, and a schema library would make each a sixth heavier. */
function isDatabaseAway(health: unknown): boolean {
  return isObject(health) && isObject(health.database) && health.database.ok === false;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
