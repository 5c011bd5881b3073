import type { CertificateFacts } from "../check/result.ts";
import type { ExpirySeen } from "./change.ts";

/** So many days before its end a certificate is told of, once each. */
const EXPIRY_DAYS = [1, 7, 14, 30] as const;

const DAY_MS = 86_400_000;

/** How near the end of a certificate is at an instant (epoch milliseconds): the fewest of EXPIRY_DAYS it is within; null where it is farther away. */
export function expiryOf({ notAfter, fingerprint256 }: CertificateFacts, at: number): ExpirySeen | null {
  const leftMs = Date.parse(notAfter) - at;
  const days = EXPIRY_DAYS.find((each) => leftMs <= each * DAY_MS);
  return days === undefined ? null : { days, daysLeft: Math.max(0, Math.ceil(leftMs / DAY_MS)), notAfter, fingerprint256 };
}
