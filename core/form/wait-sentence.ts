/** What somebody who tried too often is told. `waitS` is in seconds. */
export function waitSentence(waitS: number): string {
  const minutes = Math.ceil(waitS / 60);
  const wait = waitS < 90 ? `${waitS} seconds` : minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return `Too many attempts. Try again in ${wait}.`;
}
