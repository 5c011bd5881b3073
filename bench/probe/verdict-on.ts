const LINE_FEED = 10;
const HYPHEN = 45;
const TWO = 50;

/** Whether the first `length` bytes end in the last line of a reply, and if so whether it begins with a 2. */
export function verdictOn(bytes: Uint8Array, length: number): "good" | "bad" | "unfinished" {
  if (bytes[length - 1] !== LINE_FEED) return "unfinished";
  const start = bytes.lastIndexOf(LINE_FEED, length - 2) + 1;
  if (bytes[start + 3] === HYPHEN) return "unfinished";
  return bytes[start] === TWO ? "good" : "bad";
}
