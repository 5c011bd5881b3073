/** Whether a text stands anywhere in the lines of a reply, whatever its case. Linear in both, whatever a server sends. */
export function holdsText(lines: readonly string[], text: string): boolean {
  return lines.join("\n").toLowerCase().includes(text.toLowerCase());
}
