import { reportSignedBy } from "#channels/phone-provider/signed-by.ts";
import { reportPath } from "#core/message/report-path.ts";
import { recordReport } from "#db/delivery/record-report.ts";
import { env } from "#env.ts";
import type { PostedCall } from "./answer-call.ts";

/**
 * Takes in what a provider says of a text or a call that it took; false where the request is not signed by it. One that comes twice, late, or about
 * what is on its way changes nothing.
 */
export async function takeReport(
  { deliveryId, attempt }: { deliveryId: number; attempt: number },
  provider: string,
  posted: PostedCall,
): Promise<boolean> {
  const url = new URL(`${reportPath(deliveryId, attempt)}/${provider}`, env.NEXTAUTH_URL).href;
  const signer = reportSignedBy(env.PHONE_URLS, provider, { ...posted, url });
  if (signer === null) return false;
  const report = signer.readReport(posted.fields);
  if (report !== null) await recordReport(deliveryId, attempt, report);
  return true;
}
