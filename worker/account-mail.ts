import { composeAccountMail } from "#channels/email/compose-account-mail.tsx";
import { sendMail } from "#channels/email/send-mail.ts";
import type { AccountMessage } from "#core/account/account-message.ts";
import { TOKEN_LIFETIME_MS } from "#core/account/token.ts";
import { retryAfterMs } from "#core/message/retry.ts";
import { claimAccountMails, type ClaimedAccountMail } from "#db/account-mail/claim-account-mails.ts";
import { finishAccountMail, type AccountMailEnd } from "#db/account-mail/finish-account-mail.ts";
import { createToken } from "#db/token/create-token.ts";
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

/** Sends the mails about accounts that the web process asks for. Returns what ends it, which waits for the mails in hand. */
export function startAccountMail({ log, outage, roads }: Means): () => Promise<void> {
  const inHand = new Set<Promise<void>>();
  const stopClaiming = onWake("account_mail_added", SWEEP_EVERY_MS, outage, async () => {
    for (const claimed of await claimAccountMails(MOST_AT_ONCE - inHand.size)) {
      const sending = sendAccountMail(claimed, roads.smtpUrls, log)
        .catch((error: unknown) => outage.failed(error))
        .finally(() => inHand.delete(sending));
      inHand.add(sending);
    }
  });
  return async () => {
    await stopClaiming();
    await Promise.all(inHand);
  };
}

/** Makes one attempt at a mail that was claimed. */
export async function sendAccountMail(claimed: ClaimedAccountMail, smtpUrls: string[], log: Logger): Promise<void> {
  const message = await messageFor(claimed);
  const end = message ? await send(claimed, message, smtpUrls, log) : ({ status: "sent" } as const);
  await finishAccountMail(claimed, end);
}

/** What the address gets, decided here and not where somebody could watch the answer. Null where there is nothing to say. */
async function messageFor({ accountMailId, purpose, hasUser }: ClaimedAccountMail): Promise<AccountMessage | null> {
  if (purpose === "sign_up" && hasUser)
    return { kind: "already_registered", signInUrl: link("/sign-in"), resetUrl: link("/forgot") };
  if (purpose === "reset_password" && !hasUser) return null;
  const token = await createToken(accountMailId, purpose);
  if (token === null) return null;
  return purpose === "sign_up"
    ? { kind: "confirm_address", confirmUrl: link("/confirm", token) }
    : { kind: "reset_password", resetUrl: link("/reset", token) };
}

async function send(
  claimed: ClaimedAccountMail,
  message: AccountMessage,
  smtpUrls: string[],
  log: Logger,
): Promise<AccountMailEnd> {
  const { accountMailId, purpose, email, attempts, createdAt } = claimed;
  const mail = await composeAccountMail(message);
  // Each attempt carries a token of its own and so is a mail of its own: the latest must not be dropped as a copy.
  const idempotencyKey = `account-mail-${accountMailId}-${createdAt.getTime()}-${attempts}`;
  const context = { idempotencyKey, deadlineMs: SEND_WITHIN_MS, smtpUrls, mailFrom: env.MAIL_FROM };
  const outcome = await sendMail({ ...mail, to: email }, context);
  if (outcome.sent) {
    log.info({ accountMailId, purpose, attempts }, "account mail sent");
    return { status: "sent" };
  }
  log.warn({ accountMailId, purpose, attempts, next: outcome.next, reason: outcome.reason }, "account mail not sent");
  const waitMs = retryAfterMs(attempts, Math.random());
  const isTooLate = clock.now() + waitMs > createdAt.getTime() + TOKEN_LIFETIME_MS[purpose]; // nobody waits for it any more
  return outcome.next === "give-up" || isTooLate ? { status: "failed" } : { status: "pending", retryAfterMs: waitMs };
}

function link(path: string, token?: string): string {
  const url = new URL(path, env.NEXTAUTH_URL);
  if (token) url.searchParams.set("token", token);
  return url.href;
}
