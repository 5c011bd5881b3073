/** A text of at most `max` UTF-16 units, its cut marked with an ellipsis and no character cut in half. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
