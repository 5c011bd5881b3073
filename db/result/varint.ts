/** Appends a whole number from 0 on as a varint: seven bits a byte, the lowest first, the eighth bit where more follow. */
export function writeVarint(bytes: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
}

/** Reads varints one after the other; past the end they are 0. */
export function varintReader(bytes: Uint8Array): { isAtEnd(): boolean; next(): number } {
  let at = 0;
  return {
    isAtEnd: () => at >= bytes.length,
    next() {
      let number = 0;
      for (let factor = 1; at < bytes.length; factor *= 128) {
        const byte = bytes[at++]!;
        number += (byte % 128) * factor;
        if (byte < 128) break;
      }
      return number;
    },
  };
}
