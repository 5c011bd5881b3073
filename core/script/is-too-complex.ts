import { CST, Lexer } from "yaml";

/** More than any script needs, and far less than the parser can bear: it calls itself for each level, and holds each key against all others. */
const MOST = { tokens: 10_000, indentation: 64, indicators: 8, brackets: 16 } as const;

const INDICATORS = ["seq-item-ind", "explicit-key-ind", "map-value-ind"];

/**
 * Whether a text has more parts, or is nested more deeply, than a script that is worth parsing. A level of a block needs more indentation than
 * the one around it, or an indicator on the same line; one of a flow needs a bracket: so this is told from the tokens alone, without going down.
 */
export function isTooComplex(text: string): boolean {
  let tokens = 0;
  let brackets = 0;
  let indicators = 0;
  let isLineStart = true;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MOST.tokens) return true;
    const type = CST.tokenType(token);
    if (type === "newline") [isLineStart, indicators] = [true, 0];
    if (type === "space" && isLineStart && token.length > MOST.indentation) return true;
    if (type === "flow-map-start" || type === "flow-seq-start") brackets++;
    if (type === "flow-map-end" || type === "flow-seq-end") brackets = Math.max(0, brackets - 1);
    if (INDICATORS.includes(type ?? "") && brackets === 0) indicators++;
    if (type !== "newline") isLineStart = false;
    if (brackets > MOST.brackets || indicators > MOST.indicators) return true;
  }
  return false;
}
