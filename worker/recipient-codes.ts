import { randomInt } from "node:crypto";
import { composeRecipientCodeMail } from "#channels/email/compose-code-mail.tsx";
import { sendMail } from "#channels/email/send-mail.ts";
import { CODE_DIGITS, CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import { retryAfterMs } from "#core/message/retry.ts";
import { claimCodes, type ClaimedCode } from "#db/recipient/claim-codes.ts";
import { finishCode } from "#db/recipient/finish-code.ts";
import { putCode } from "#db/recipient/put-code.ts";
import { revokeUrl } from "#db/revocation/sign-revoke-link.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import type { Logger } from "./log.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";
import type { Roads } from "./roads.ts";

type Means = { log: Logger; outage: Outage; roads: Pick<Roads, "smtpUrls"> };

const SWEEP_EVERY_MS = 3_000;
const MOST_AT_ONCE = 10;
const SEND_WITHIN_MS = 30_000;

/** Sends the codes that confirm recipients of test messages. Returns what ends it. */
export function sendRecipientCodes({ log, outage, roads }: Means): () => Promise<void> {
  return onWake("recipient_code_wanted", SWEEP_EVERY_MS, outage, async () => {
    const claimed = await claimCodes(MOST_AT_ONCE);
    await Promise.all(claimed.map((code) => sendRecipientCode(code, roads.smtpUrls, log)));
  });
}

/** Makes one attempt. Each has a code of its own, and the latest counts; one that would come later than it counts is none. */
export async function sendRecipientCode(claimed: ClaimedCode, smtpUrls: string[], log: Logger): Promise<void> {
  const { recipientId, teamId, mailbox, attempts, wantedAt } = claimed;
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  if (!(await putCode(claimed, code))) return;
  const stopUrl = revokeUrl(teamId, mailbox);
  const idempotencyKey = `recipient-${recipientId}-${wantedAt.getTime()}-${attempts}`;
  const mail = { ...(await composeRecipientCodeMail(code, stopUrl)), to: mailbox, revokeUrl: stopUrl };
  const outcome = await sendMail(mail, { idempotencyKey, deadlineMs: SEND_WITHIN_MS, smtpUrls, mailFrom: env.MAIL_FROM });
  if (outcome.sent) {
    log.info({ recipientId, attempts }, "the code of a recipient was sent");
    await finishCode(claimed, { sent: true });
    return;
  }
  const { reason, next } = outcome;
  log.warn({ recipientId, attempts, next, reason }, "the code of a recipient was not sent");
  const waitMs = retryAfterMs(attempts, Math.random());
  const isOver = next === "give-up" || clock.now() + waitMs > wantedAt.getTime() + CODE_LIFETIME_MS;
  await finishCode(claimed, { sent: false, reason, retryAfterMs: isOver ? null : waitMs });
}
