import { timingSafeEqual } from "node:crypto";

/** Whether a signature that was shown is the one expected, found out in the same time whatever it looks like. */
export function isSame(expected: string, shown: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(shown)];
  return one.length === other.length && timingSafeEqual(one, other);
}
