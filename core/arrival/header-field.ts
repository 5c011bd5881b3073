/** One field of a message's header, unfolded (RFC 5322 section 2.2.3). The first of a list is the topmost one. */
export type HeaderField = { name: string; value: string };

/** The values of all fields of this name, topmost first; names differ not by case. */
export function valuesOf(fields: readonly HeaderField[], name: string): string[] {
  const wanted = name.toLowerCase();
  return fields.flatMap((field) => (field.name.toLowerCase() === wanted ? [field.value] : []));
}

/** A value apart from its comments, which may hold others (RFC 5322 section 3.2.2). `comments` are the outermost ones, without their brackets. */
export function withoutComments(value: string): { text: string; comments: string[] } {
  let depth = 0;
  let isQuoted = false;
  let text = "";
  let comment = "";
  const comments: string[] = [];
  for (let at = 0; at < value.length; at++) {
    const character = value[at]!;
    const isEscaped = character === "\\" && (depth > 0 || isQuoted);
    const piece = isEscaped ? value.slice(at, ++at + 1) : character;
    if (piece === '"' && depth === 0) isQuoted = !isQuoted;
    if (piece === "(" && !isQuoted && ++depth === 1) continue;
    if (piece === ")" && !isQuoted && depth > 0 && --depth === 0) {
      comments.push(comment);
      [comment, text] = ["", `${text} `];
      continue;
    }
    if (depth > 0) comment += piece;
    else text += piece;
  }
  return { text: text.replace(/\s+/g, " ").trim(), comments };
}
