import { headerEnd } from "./read-fields.ts";

/** More than any mail server writes: what goes beyond it was made to keep somebody busy. Characters and lines. */
const MOST = {
  header: 65_536,
  headerLines: 1_000,
  field: 8_192,
  from: 2_048,
  signatures: 10,
  bodyLines: 40_000,
  bodyLine: 10_000,
} as const;

/** What takes time that grows with its square, where a signature is sought in it. */
const SEPARATORS = /[;:\s]{100}/;

/** Whether a message (bytes as Latin-1) is one that signatures are looked for in: what does that goes through it often. */
export function isOrdinary(text: string): boolean {
  const end = headerEnd(text);
  const header = text.slice(0, end);
  if (header.length > MOST.header || /\r(?!\n)/.test(header)) return false;
  const fields = header.split(/\r?\n(?![ \t])/);
  const signatures = fields.filter((field) => /^(?:dkim-signature|arc-message-signature)\s*:/i.test(field));
  return (
    countOf(header, "\n") < MOST.headerLines &&
    fields.every((field) => field.length <= (/^from\s*:/i.test(field) ? MOST.from : MOST.field)) &&
    signatures.length <= MOST.signatures &&
    !fields.some((field) => /^(?:dkim|arc)-/i.test(field) && SEPARATORS.test(field)) &&
    hasOrdinaryLines(text, end)
  );
}

function hasOrdinaryLines(text: string, from: number): boolean {
  let lines = 0;
  for (let at = from; at < text.length; lines += 1) {
    const end = text.indexOf("\n", at);
    if ((end === -1 ? text.length : end) - at > MOST.bodyLine || lines === MOST.bodyLines) return false;
    if (end === -1) break;
    at = end + 1;
  }
  return true;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
