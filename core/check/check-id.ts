/** What names a check of a monitor: the slot it was for (epoch milliseconds) and the location it ran at. */
export type CheckId = { slotAt: number; locationId: number };

/** A check's name in an address: `1800000000000-1`. */
export function checkIdText({ slotAt, locationId }: CheckId): string {
  return `${slotAt}-${locationId}`;
}

/** Reads a check's name back; null for anything else. */
export function parseCheckId(text: string): CheckId | null {
  const match = /^(\d{1,14})-(\d{1,5})$/.exec(text);
  if (!match) return null;
  const [slotAt, locationId] = [Number(match[1]), Number(match[2])];
  return locationId > 32_767 ? null : { slotAt, locationId };
}
