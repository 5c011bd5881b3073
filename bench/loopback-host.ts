/** The address of 127.0.0.0/8 that target number `index` has: one for each, so that the limit of one connection per target holds nobody up. */
export function loopbackHost(index: number): string {
  return `127.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
}
