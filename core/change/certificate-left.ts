const DAY_MS = 86_400_000;

/** How near the end of a certificate is: `soon` within 30 days, `near` within 14, `over` within one or past it. */
export type Urgency = "none" | "soon" | "near" | "over";

/** What is left of a certificate. `days` are whole ones, negative once it has ended; `words` say the same: "52 days left", "expired 3 days ago". */
export type CertificateLeft = { days: number; words: string; urgency: Urgency };

/** How long a certificate still lasts that ends at `endsAt`; both instants are epoch milliseconds. */
export function certificateLeft(endsAt: number, now: number): CertificateLeft {
  const days = Math.floor((endsAt - now) / DAY_MS);
  return { days, words: wordsOf(days), urgency: urgencyOf(days) };
}

function urgencyOf(days: number): Urgency {
  if (days < 1) return "over";
  if (days < 14) return "near";
  return days < 30 ? "soon" : "none";
}

function wordsOf(days: number): string {
  if (days === 0) return "ends within a day";
  if (days > 0) return `${counted(days)} left`;
  const late = -days - 1;
  return late === 0 ? "expired within the last day" : `expired ${counted(late)} ago`;
}

function counted(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
