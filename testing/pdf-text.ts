import { inflateSync } from "node:zlib";

/** A font: how many hex digits a glyph has, and the letters that glyphs stand for. */
type Font = { digits: number; letters: Map<string, string> };

/** How many pages a PDF has, and all that is written on them, as Chromium writes one (ISO 32000-1): what it draws is deflated, and each font says its letters. */
export function readPdf(pdf: Buffer): { pages: number; text: string } {
  const objects = objectsOf(pdf);
  const all = [...objects.values()].map(({ head }) => head);
  const fonts = new Map<string, Font>();
  for (const head of all)
    for (const [, name, object] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(object!)?.head ?? "")?.[1];
      if (map !== undefined) fonts.set(name!, fontOf(objects.get(map)?.stream ?? ""));
    }
  return {
    pages: all.filter((head) => /\/Type\s*\/Page\b/.test(head)).length,
    text: [...objects.values()].map(({ stream }) => textOf(stream, fonts)).join("\n"),
  };
}

/** The objects of a PDF by their numbers, with what they draw or hold. */
function objectsOf(pdf: Buffer): Map<string, { head: string; stream: string }> {
  const source = pdf.toString("latin1");
  const objects = [...source.matchAll(/^(\d+) 0 obj\b/gm)];
  return new Map(
    objects.map(({ index, 1: number }, position) => {
      const [whole] = [source.slice(index, objects[position + 1]?.index)];
      const start = /stream\r?\n/.exec(whole);
      const head = start ? whole.slice(0, start.index) : whole;
      const isDeflated = start !== null && head.includes("/FlateDecode");
      return [number!, { head, stream: isDeflated ? inflated(pdf.subarray(index + start.index + start[0].length)) : "" }];
    }),
  );
}

/** What stands behind the stream is not looked at. */
function inflated(bytes: Buffer): string {
  return inflateSync(bytes).toString("latin1");
}

/** What is written where something is drawn: a font is chosen, and glyphs of it follow (section 9.4.3). */
function textOf(stream: string, fonts: ReadonlyMap<string, Font>): string {
  let font: Font | undefined;
  let text = "";
  for (const [, name, hex] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/g)) {
    if (name !== undefined) font = fonts.get(name);
    else if (font) {
      const { digits, letters } = font;
      text += (hex!.match(new RegExp(`.{${digits}}`, "g")) ?? []).map((glyph) => letters.get(glyph) ?? "").join("");
    }
  }
  return text;
}

/** A font by its ToUnicode map (section 9.10.3). */
function fontOf(map: string): Font {
  const digits = /begincodespacerange\s*<([\dA-F]+)>/.exec(map)?.[1]?.length ?? 2;
  const letters = new Map<string, string>();
  for (const [, glyph, letter] of map.matchAll(/^<([\dA-F]+)> <([\dA-F]{4})>$/gm))
    letters.set(glyph!, String.fromCharCode(Number.parseInt(letter!, 16)));
  for (const [, first, last, letter] of map.matchAll(/^<([\dA-F]+)> <([\dA-F]+)> <([\dA-F]{4})>$/gm)) {
    const [from, until] = [Number.parseInt(first!, 16), Number.parseInt(last!, 16)];
    for (let glyph = from; glyph <= until; glyph++)
      letters.set(
        glyph.toString(16).toUpperCase().padStart(digits, "0"),
        String.fromCharCode(Number.parseInt(letter!, 16) + glyph - from),
      );
  }
  return { digits, letters };
}
