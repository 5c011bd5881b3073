/** Where a provider fetches what the call about a delivery says, and tells which key was pressed; its name is the end of it. */
export function callPath(deliveryId: number): string {
  return `/api/calls/${deliveryId}`;
}
