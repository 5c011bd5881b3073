/** The label of a field as it stands within a sentence: "bot token", and still "URL" and "API key". */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
