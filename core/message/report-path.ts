/** Where a provider says what came of a text or a call that it took at an attempt; its name is the end of it. */
export function reportPath(deliveryId: number, attempt: number): string {
  return `/api/reports/${deliveryId}/${attempt}`;
}
