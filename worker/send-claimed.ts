import { randomInt } from "node:crypto";
import { sendOn } from "#channels/by-kind.ts";
import type { SendContext, SendOutcome } from "#channels/channel.ts";
import { sendSignOfLife } from "#channels/sign-of-life.ts";
import { hiding } from "#channels/without-secrets.ts";
import { CODE_DIGITS } from "#core/channel/channel-code.ts";
import { callPath } from "#core/message/call-path.ts";
import { reportPath } from "#core/message/report-path.ts";
import { signLastsMs } from "#core/system/path-test.ts";
import { putChannelCode } from "#db/channel/put-channel-code.ts";
import type { ClaimedDelivery } from "#db/delivery/claim-delivery.ts";
import { revokeUrl } from "#db/revocation/sign-revoke-link.ts";
import { openSecret, SealedForGood } from "#db/secret/open-secret.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import type { Logger } from "./log.ts";
import type { Roads } from "./roads.ts";
import { isByPhone, sendWithinDay } from "./send-within-day.ts";

/** Well below the two minutes after which a claim is taken for lost. */
const SEND_WITHIN_MS = 30_000;

/**
 * Makes one attempt at a delivery. Secret settings are open for as long as it lasts. A channel answers with an outcome; an exception is a
 * fault of ours, which a later version may not have.
 */
export async function sendClaimed(claimed: ClaimedDelivery, roads: Roads, log: Logger): Promise<SendOutcome> {
  const { channel, message } = claimed;
  const isCode = message.kind === "code";
  if (channel.isRevoked) return { sent: false, next: "give-up", reason: "Whoever reads this address wants nothing sent there." };
  if (!channel.isVerified && !isCode) return { sent: false, next: "give-up", reason: "Nobody has confirmed this address yet." };
  let secrets: Record<string, unknown> = {};
  try {
    if (message.kind === "sign_of_life") return await giveSignOfLife(claimed, roads);
    secrets = openSecrets(claimed);
    const send = async () => {
      const sent = isCode ? { code: await makeCode(claimed) } : message;
      return sendOn({ ...channel, secrets }, sent, contextOf(claimed, roads));
    };
    return await (isByPhone(channel.kind) ? sendWithinDay(claimed.teamId, channel.kind, roads, send) : send());
  } catch (error) {
    if (error instanceof SealedForGood) return { sent: false, next: "retry", reason: error.message };
    const fault = hiding(secrets).takenOutOf(error instanceof Error ? (error.stack ?? error.message) : typeof error);
    log.error({ fault, deliveryId: claimed.deliveryId }, "a message could not be made");
    return { sent: false, next: "retry", reason: "Ehlowatch could not make this message." };
  }
}

/** In its time or not at all: a late one would tell the outside watcher that what stands still by now does not. */
async function giveSignOfLife(claimed: ClaimedDelivery, roads: Roads): Promise<SendOutcome> {
  const isLate = clock.now() - claimed.createdAt.getTime() > signLastsMs(env.HEARTBEAT_EVERY_S);
  if (isLate) return { sent: false, next: "give-up", reason: "It is too late for a sign of life." };
  if (roads.heartbeatUrl === undefined)
    return { sent: false, next: "give-up", reason: "HEARTBEAT_URL is not set where this worker runs." };
  return sendSignOfLife(roads.heartbeatUrl, contextOf(claimed, roads));
}

function openSecrets({ sealed }: ClaimedDelivery): Record<string, unknown> {
  return sealed === null ? {} : (JSON.parse(openSecret(sealed)) as Record<string, unknown>);
}

/** Each attempt has a code of its own, and the latest is the one that counts. */
async function makeCode({ teamId, channel: { channelId, config } }: ClaimedDelivery): Promise<string> {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  await putChannelCode(teamId, channelId, config, code);
  return code;
}

function contextOf(
  { deliveryId, teamId, channel, createdAt, attempts, message, reference }: ClaimedDelivery,
  roads: Roads,
): SendContext {
  const endsAtMs = performance.now() + SEND_WITHIN_MS;
  const key = `delivery-${deliveryId}-${createdAt.getTime()}`;
  return {
    idempotencyKey: message.kind === "code" ? `${key}-${attempts}` : key, // the latest code must not be dropped as a copy
    createdAt,
    deadlineMs: SEND_WITHIN_MS,
    smtpUrls: roads.smtpUrls,
    mailFrom: env.MAIL_FROM,
    phoneUrls: roads.phoneUrls,
    phoneCountries: roads.phoneCountries,
    revokeUrl: channel.address === null ? null : revokeUrl(teamId, channel.address),
    callUrl: new URL(callPath(deliveryId), env.NEXTAUTH_URL).href,
    reportUrl: new URL(reportPath(deliveryId, attempts), env.NEXTAUTH_URL).href,
    ask: (request, withinMs = Infinity) => roads.ask(request, Math.max(1, Math.min(withinMs, endsAtMs - performance.now()))),
    reference,
  };
}
