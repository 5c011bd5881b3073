import type { Speech } from "./provider.ts";

/** What a provider calls the elements of a script, and how it waits for a key (a start tag without `<` and `>`). */
export type Dialect = { say: string; pause: string; gather: (keyUrl: string) => string };

/** What XML 1.0 has no place for (section 2.2), half of a character among it. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A speech as a script: everything said is text, whatever it looks like. */
export function speechXml({ said, keyUrl, otherwise }: Speech, { say, pause, gather }: Dialect): string {
  const spoken = (each: string | number) =>
    typeof each === "number" ? `<${pause} length="${each}"/>` : `<${say} language="en-US">${escaped(each)}</${say}>`;
  const all = said.map(spoken).join("");
  const start = keyUrl === undefined ? null : gather(escaped(keyUrl));
  const asked = start === null ? all : `<${start}>${all}</${start.split(" ")[0]}>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${asked}${otherwise === undefined ? "" : spoken(otherwise)}</Response>`;
}

function escaped(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
