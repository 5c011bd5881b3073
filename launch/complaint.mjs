/** Something whoever starts Ehlowatch can put right: its message is one sentence that says what to do, and is all they see. */
export class Complaint extends Error {}

/** The start was called off, by Ctrl-C or SIGTERM. */
export class CalledOff extends Error {}

/**
 * The sentence for an error that can happen at any step, or null.
 * @param {unknown} error
 * @returns {Complaint | null}
 */
export function asComplaint(error) {
  if (error instanceof Complaint) return error;
  const { code, path: file } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "ENOSPC") return new Complaint("The disk is full: free at least 500 MB and start again.");
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Complaint(`${file ?? "A file"} cannot be written: give this user the right to, or start as the user it belongs to.`);
  }
  return null;
}
