/** What mail servers and people call the folder where nobody looks (RFC 6154 names it \Junk). */
const JUNK = /(?:^|[/.\\])(?:junk(?: ?e-?mail| mail)?|spam|bulk(?: mail)?|\[gmail\]\/spam)$/i;

/** Whether a folder is the one for junk, by its name. */
export function isJunkFolder(folder: string): boolean {
  return JUNK.test(folder);
}
