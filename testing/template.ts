/** The migrated database every test file's own is copied from. */
export const TEMPLATE = "template_migrated";
