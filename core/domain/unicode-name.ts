import punycode from "punycode/punycode.js"; // as a whole: Node does not see its single names

/** A name in A-labels as people read it (RFC 5891 section 4.4): `xn--bcher-kva.example` is `bücher.example`. The name itself where it has no such label. */
export function unicodeName(name: string): string {
  try {
    return punycode.toUnicode(name);
  } catch {
    return name; // a label that only looks like one
  }
}
