/**
 * How evenly something is shared: 1 where all have the same, 1/n where one of n has everything (Jain, Chiu and Hawe, DEC-TR-301, 1984).
 * 1 for nobody and for nothing.
 */
export function jainIndex(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares);
}
