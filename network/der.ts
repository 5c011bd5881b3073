/** One element of DER: its tag (one byte, with its class) and its content. */
export type DerElement = { tag: number; content: Buffer };

/** Lengths of more bytes than this belong to no certificate. */
const MOST_LENGTH_BYTES = 4;

const NOTHING = Buffer.alloc(0);

/** The elements that lie side by side in these bytes (ITU-T X.690 section 8.1), up to the first that cannot be read. */
export function derElements(bytes: Buffer = NOTHING): DerElement[] {
  const elements: DerElement[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const lengthBytes = bytes[at + 1]! < 0x80 ? 0 : bytes[at + 1]! & 0x7f;
    const start = at + 2 + lengthBytes;
    if (lengthBytes > MOST_LENGTH_BYTES || start > bytes.length) break;
    const end = start + (lengthBytes === 0 ? bytes[at + 1]! : bytes.readUIntBE(at + 2, lengthBytes));
    if (end > bytes.length) break;
    elements.push({ tag: bytes[at]!, content: bytes.subarray(start, end) });
    at = end;
  }
  return elements;
}

/** The content of an object identifier in dotted numbers: "1.2.840.113549.1.1.11" (ITU-T X.690 section 8.19). */
export function objectIdentifier(content: Buffer): string {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join(".");
}
