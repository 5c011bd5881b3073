/** What a piece costs about: a segment of an SMS, or a minute of a call. */
export type Price = { amount: number; currency: string };

/**
 * What a team has used of its SMS or calls today: "3 of 100 SMS today (UTC), in 5 segments: about 0.40 EUR." A call is reckoned as one minute,
 * which few are longer than; what the provider takes stands on its bill.
 */
export function phoneUseWords(
  kind: "sms" | "phone",
  { taken, units }: { taken: number; units: number },
  most: number,
  price: Price | null,
): string {
  const what = kind === "sms" ? "SMS" : "calls";
  const segments = kind === "sms" && units > 0 ? `, in ${units} ${units === 1 ? "segment" : "segments"}` : "";
  const cost = price !== null && units > 0 ? `: about ${(units * price.amount).toFixed(2)} ${price.currency}` : "";
  const each = price === null ? "" : ` ${kind === "sms" ? "A segment" : "A minute"} costs about ${price.amount} ${price.currency}.`;
  return `Your team has had ${taken} of ${most} ${what} today (UTC)${segments}${cost}.${each}`;
}
