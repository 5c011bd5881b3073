/** What was typed as a list: separated by commas, spaces or lines. */
export function listTyped(text: string): string[] {
  return text.split(/[\s,;]+/).filter((each) => each !== "");
}
