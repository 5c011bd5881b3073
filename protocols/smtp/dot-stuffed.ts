/**
 * A message as it goes over the wire after DATA (RFC 5321 section 4.5.2), without the dot that ends it: every line ends in CR LF, whatever
 * it ended in before, and none begins with a dot that could be taken for the end. Nothing in it can be read as a command by
 * anybody who takes a bare line feed or carriage return for a line end (section 2.3.8).
 */
export function dotStuffed(message: string): string {
  const lines = message.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => (line.startsWith(".") ? `.${line}` : line) + "\r\n").join("");
}
