import { spellings } from "./secret-traces.ts";

/** So many characters of a spelling are something to go by. */
const PIECE = 8;

/** What every spelling of a secret is made of, to look for it in a great deal of text, whatever is left of it there. */
export function secretPieces(secret: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const each of [secret, ...spellings(secret)]) {
    const spelling = JSON.stringify(each.replace(/^=\?utf-8\?q\?/, ""))
      .slice(1, -1)
      .toLowerCase();
    for (let at = 0; at + PIECE <= spelling.length; at++) pieces.add(spelling.slice(at, at + PIECE));
  }
  return pieces;
}

/** The pieces that a text holds, in either case. */
export function piecesIn(text: string, pieces: ReadonlySet<string>): string[] {
  const searched = text.toLowerCase();
  const found = new Set<string>();
  for (let at = 0; at + PIECE <= searched.length; at++) {
    const piece = searched.slice(at, at + PIECE);
    if (pieces.has(piece)) found.add(piece);
  }
  return [...found];
}
