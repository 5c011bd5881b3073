import { createHash } from "node:crypto";
import { createTransport, type NodemailerError } from "nodemailer";
import { oneClickUrl } from "#core/message/revoke-link.ts";
import { shortened } from "#core/text/shortened.ts";
import { visibleText } from "#core/text/visible-text.ts";
import type { SendContext, SendOutcome } from "../channel.ts";
import type { Mail } from "./render-mail.ts";

/**
 * A mail with its one recipient. Mails of one `thread` (any text) are shown together where a mail program can; at `revokeUrl` the recipient says
 * that they want no more of them.
 */
export type AddressedMail = Mail & { to: string; thread?: string; revokeUrl?: string | null };

/** What sending a mail needs of a context. */
export type MailContext = Pick<SendContext, "idempotencyKey" | "deadlineMs" | "smtpUrls" | "mailFrom">;

type Refusal = { reason: string; isForGood: boolean };

const MAX_ANSWER_CHARS = 300;
/** RFC 3834 section 5, and Exchange's own. */
const BY_A_MACHINE = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

/**
 * Sends a mail through the first of `context.smtpUrls` that takes it. Each server gets an equal share of the time that is left, so
 * that one that hangs leaves time for the next. Gives up only where every server refuses this recipient or this mail for good
 * (5yz, RFC 5321 section 4.2.1); an unreachable server, a passing refusal (4yz) and trouble with our own login are worth a retry.
 */
export async function sendMail(mail: AddressedMail, context: MailContext): Promise<SendOutcome> {
  const endsAt = performance.now() + context.deadlineMs;
  const refusals: Refusal[] = [];
  for (const [index, url] of context.smtpUrls.entries()) {
    const shareMs = (endsAt - performance.now()) / (context.smtpUrls.length - index);
    const outcome = await sendThrough(url, mail, context, Math.max(1, Math.round(shareMs)));
    if ("receipt" in outcome) return { sent: true, receipt: outcome.receipt };
    refusals.push(outcome);
  }
  return {
    sent: false,
    next: refusals.every(({ isForGood }) => isForGood) ? "give-up" : "retry",
    reason: refusals.map(({ reason }) => reason).join("; "),
  };
}

async function sendThrough(
  url: string,
  mail: AddressedMail,
  context: MailContext,
  limitMs: number,
): Promise<{ receipt: string } | Refusal> {
  const server = new URL(url).host; // without the credentials
  const domain = domainOf(context.mailFrom);
  const transport = createTransport({ url, disableFileAccess: true, disableUrlAccess: true });
  try {
    const { response } = await transport.sendMail({
      from: context.mailFrom,
      to: { name: "", address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: mail.attached && [{ ...mail.attached, contentType: "text/plain; charset=utf-8" }],
      messageId: `<${idPart(context.idempotencyKey)}@${domain}>`, // the same each time: a second copy can be told from a new mail
      references: mail.thread ? `<${idPart(mail.thread)}@${domain}>` : undefined,
      headers: { ...BY_A_MACHINE, ...unsubscribe(mail.revokeUrl ?? null) },
      signal: AbortSignal.timeout(limitMs),
    });
    return { receipt: `${server}: ${shortAnswer(response)}` };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return refusalOf(error, server, limitMs);
  } finally {
    transport.close();
  }
}

/** The button of a mail program: RFC 2369 section 3.2, and where we have TLS with one click (RFC 8058 section 3.1). */
function unsubscribe(revokeUrl: string | null): Record<string, string> {
  if (revokeUrl === null) return {};
  const url = oneClickUrl(revokeUrl);
  const oneClick = url.startsWith("https:") && { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
  return { "List-Unsubscribe": `<${url}>`, ...oneClick };
}

function refusalOf(error: NodemailerError, server: string, limitMs: number): Refusal {
  const isAboutThisMail = error.command === "RCPT TO" || error.command === "DATA";
  const answer = error.code === "EABORT" ? `no end within ${limitMs} ms` : shortAnswer(error.response ?? error.message);
  return { reason: `${server}: ${answer}`, isForGood: isAboutThisMail && error.permanent === true };
}

function shortAnswer(answer: string): string {
  return shortened(visibleText(answer.trim().replaceAll(/\s*[\r\n]+\s*/g, " ")), MAX_ANSWER_CHARS);
}

function idPart(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

function domainOf(mailFrom: string): string {
  return /@([a-z0-9.-]+)>?\s*$/i.exec(mailFrom)?.[1] ?? "ehlowatch.localhost";
}
