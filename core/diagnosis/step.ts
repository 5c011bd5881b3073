/**
 * A step of a diagnosis, for showing: a sentence to read, or a command to type with where it is typed ("On the server", "Postfix"; null
 * for any machine).
 */
export type Step = { sentence: string } | { command: string; where: string | null };

const WHERE = /^([A-Z][A-Za-z ]*): (.+)$/s;

/** Takes a step apart. A sentence is what ends with a full stop. */
export function stepOf(text: string): Step {
  if (text.endsWith(".")) return { sentence: text };
  const [, where = null, command = text] = WHERE.exec(text) ?? [];
  return { command, where };
}
