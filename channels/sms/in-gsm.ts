import { isGsm } from "./segments.ts";

/** Signs that GSM 7 bit has not, and what says the same there. */
const SAME: Record<string, string> = {
  "—": "-",
  "–": "-",
  "‑": "-",
  "…": "...",
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": "'",
  "’": "'",
  "→": "->",
  "·": "-",
  "×": "x",
  "•": "-",
  "`": "'",
};

/**
 * A text without what would make it twice as dear for nothing: one character that GSM 7 bit has not makes all of it UCS-2, of which a segment
 * holds less than half. Dashes, dots and quotation marks become plain, and Latin letters lose a mark that GSM 7 bit has not; other scripts stay.
 */
export function inGsm(text: string): string {
  return Array.from(text.normalize("NFC"), (character) => {
    if (isGsm(character)) return character;
    const plain = SAME[character] ?? character.normalize("NFD").replaceAll(/\p{M}/gu, "");
    return Array.from(plain).every(isGsm) ? plain : character;
  }).join("");
}
