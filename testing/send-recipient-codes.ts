import { claimCodes } from "#db/recipient/claim-codes.ts";
import { sendRecipientCode } from "#worker/recipient-codes.ts";
import { keptLog } from "./kept-log.ts";

/** Makes an attempt at every code of a recipient that waits, as a worker does. Returns how many there were. */
export async function sendRecipientCodes(smtpUrls: string[]): Promise<number> {
  const claimed = await claimCodes(10);
  await Promise.all(claimed.map((code) => sendRecipientCode(code, smtpUrls, keptLog().log)));
  return claimed.length;
}
