/** What went wrong in this process and nobody took care of. */
export type Accidents = { exceptions: string[]; rejections: string[] };

/** Counts, from now on, what would have ended the process. */
export function countAccidents(): Accidents {
  const accidents: Accidents = { exceptions: [], rejections: [] };
  process.on("uncaughtException", (error) => accidents.exceptions.push(String(error)));
  process.on("unhandledRejection", (reason) => accidents.rejections.push(String(reason)));
  return accidents;
}
