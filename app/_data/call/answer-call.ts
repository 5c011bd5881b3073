import { signedBy } from "#channels/phone-provider/signed-by.ts";
import {
  ACKNOWLEDGE_KEY,
  acknowledgedSpeech,
  codeSpeech,
  GONE_SPEECH,
  messageSpeech,
  REVOKE_KEY,
  REVOKED_SPEECH,
  type Hold,
} from "#channels/phone/speech.ts";
import { callPath } from "#core/message/call-path.ts";
import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { readChannelCode } from "#db/channel/read-channel-code.ts";
import { readCalledDelivery, type CalledDelivery } from "#db/delivery/read-called-delivery.ts";
import { recordReport } from "#db/delivery/record-report.ts";
import { acknowledgeAllOnChannel } from "#db/incident/acknowledge-all-on-channel.ts";
import { readHold } from "#db/incident/read-hold.ts";
import { revokeAddress } from "#db/revocation/revoke-address.ts";
import { env } from "#env.ts";

/** It is asked what it says when somebody answers, long before it is over. */
const ANSWERED: DeliveryReport = { state: "answered", words: null, isForGood: false };

/** What a provider posts about a call: its form, and its headers with the signature. */
export type PostedCall = { fields: URLSearchParams; header: (name: string) => string | null };

/**
 * What the call about a delivery says next, in its provider's XML; null where the request is not signed by it. The URL that was signed is the one
 * we gave out, whatever a proxy made of it. A request that comes twice is answered twice and changes nothing the second time.
 */
export async function answerCall(deliveryId: number, provider: string, posted: PostedCall): Promise<string | null> {
  const url = new URL(`${callPath(deliveryId)}/${provider}`, env.NEXTAUTH_URL).href;
  const signer = signedBy(env.PHONE_URLS, provider, { ...posted, url });
  if (signer === null) return null;
  const called = await readCalledDelivery(deliveryId);
  if (called !== null) await recordReport(deliveryId, null, ANSWERED);
  return signer.script(called === null ? GONE_SPEECH : await speechFor(called, posted.fields, url));
}

async function speechFor(called: CalledDelivery, fields: URLSearchParams, url: string) {
  const key = fields.get("Digits");
  const { teamId, channelId, incidentIds, message } = called;
  if (message.kind === "sign_of_life" || message.kind === "monthly") return GONE_SPEECH; // nobody is called with it
  if (message.kind === "code") {
    const number = calledNumber(fields);
    if (key === REVOKE_KEY && number !== null) {
      await revokeAddress(teamId, number);
      return REVOKED_SPEECH;
    }
    const code = await readChannelCode(teamId, channelId);
    return code === null ? GONE_SPEECH : codeSpeech(code, url);
  }
  if (key !== ACKNOWLEDGE_KEY) return messageSpeech(message, await holdOf(called), url);
  if ((await acknowledgeAllOnChannel(incidentIds, channelId)) > 0) return acknowledgedSpeech("yours-now");
  const hold = await holdOf(called);
  return hold === "nobody" ? messageSpeech(message, hold, url) : acknowledgedSpeech(hold);
}

/** Who was called (E.164), as the provider says and has signed: the channel may lead elsewhere by now. */
function calledNumber(fields: URLSearchParams): string | null {
  const [, digits] = /^\+?([1-9]\d{5,14})$/.exec(fields.get("To") ?? "") ?? [];
  return digits === undefined ? null : `+${digits}`;
}

async function holdOf({ incidentIds, channelId }: CalledDelivery): Promise<Hold> {
  const { all, open, held, heldHere } = await readHold(incidentIds, channelId);
  if (open > 0) return "nobody";
  if (held > 0) return held === heldHere ? "you" : "somebody";
  return all > 0 ? "over" : "gone";
}
