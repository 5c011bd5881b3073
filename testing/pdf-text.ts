import { inflateSync } from "node:zlib";

/** What a PDF says, as Chromium writes one: how many pages, and all of its text, read by each of its fonts in turn (of which the right one makes sense). */
export type PdfText = { pages: number; readings: string[] };

/** Reads a PDF (ISO 32000-1 sections 7.5 and 9.10) as far as Chromium's own ones go: streams that are deflated, glyphs of two bytes. */
export function readPdf(pdf: Buffer): PdfText {
  const source = pdf.toString("latin1");
  const streams = [...source.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => inflated(pdf.subarray(index + length)));
  const shown = streams.flatMap((text) => [...text.matchAll(/<([\da-f]+)>\s*Tj/gi)].map(([, hex]) => hex!)).join("");
  const glyphs = shown.match(/.{4}/g) ?? [];
  return {
    pages: [...source.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    readings: streams.filter((text) => text.includes("begincmap")).map((cmap) => {
      const letters = lettersOf(cmap);
      return glyphs.map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? "").join("");
    }),
  };
}

/** What is deflated at the beginning of some bytes; nothing where none is: pictures and fonts are not asked for. */
function inflated(bytes: Buffer): string[] {
  try {
    return [inflateSync(bytes, { finishFlush: 2 }).toString("latin1")];
  } catch {
    return []; // it is no deflated stream
  }
}

/** Which letter each glyph of a font stands for, by its ToUnicode map (ISO 32000-1 section 9.10.3). */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  const add = (glyph: number, hex: string, offset = 0) => letters.set(glyph, String.fromCharCode(Number.parseInt(hex, 16) + offset));
  for (const [, part] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, to] of part!.matchAll(/<([\da-f]+)>\s*<([\da-f]{4})>/gi)) add(Number.parseInt(glyph!, 16), to!);
  for (const [, part] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, last, to] of part!.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]{4})>/gi)) {
      const [from, until] = [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
      for (let glyph = from; glyph <= until; glyph++) add(glyph, to!, glyph - from);
    }
  return letters;
}
