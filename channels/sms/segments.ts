/** The basic characters of GSM 7 bit (3GPP TS 23.038 section 6.2.1), each one septet. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Those of its extension table, each two septets that no segment parts. */
const EXTENDED = new Set("\f^{}\\[~]|€");

/** How much one segment holds, and each of several, which begin with a header of six bytes that says which they are. */
const CAPACITY = { gsm: { one: 160, each: 153 }, ucs2: { one: 70, each: 67 } } as const;

/** Whether one character is of GSM 7 bit. */
export function isGsm(character: string): boolean {
  return BASIC.has(character) || EXTENDED.has(character);
}

/** How a text goes over the air: in GSM 7 bit where each of its characters is one of those, in UCS-2 where one is not. */
export function encodingOf(text: string): keyof typeof CAPACITY {
  return Array.from(text).every(isGsm) ? "gsm" : "ucs2";
}

/** How many segments a text takes, each of which is sent and paid for; none where there is no text. */
export function segmentsOf(text: string): number {
  const encoding = encodingOf(text);
  const { one, each } = CAPACITY[encoding];
  const sizes = Array.from(text).map((character) => (encoding === "ucs2" ? character.length : EXTENDED.has(character) ? 2 : 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= one) return Math.min(1, total);
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > each) [segments, filled] = [segments + 1, 0]; // no character is cut in half
    filled += size;
  }
  return segments;
}
