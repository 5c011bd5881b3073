import type { Reason } from "#core/reason.ts";
import type { Reply } from "#core/reply.ts";
import { answerReason } from "./dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { greylistedUntil } from "./greylisting.ts";
import { readReply } from "./read-reply.ts";

/**
 * The accept test: names the recipient that has to be taken and the one that has to be turned away (RFC 5321 section 4.1.1.3), and takes
 * all of it back with RSET, so that no message is ever begun.
 */
export async function rcpt(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { accepted, refused } = dialogue.target.envelope ?? {};
  const reason =
    (accepted === undefined ? null : await toBeAccepted(dialogue, accepted)) ??
    (refused === undefined || dialogue.isOver ? null : await toBeRefused(dialogue, refused));
  if (dialogue.session.isOpen) await reset(dialogue);
  return reason;
}

async function toBeAccepted(dialogue: SmtpDialogue, recipient: string): Promise<Reason | null> {
  dialogue.session.send(`RCPT TO:<${recipient}>`);
  const answer = await readReply(dialogue.session);
  if ("code" in answer && isAccepted(answer)) return null;
  if ("code" in answer && !dialogue.target.expect?.fineCodes?.includes(answer.code)) {
    const waitMs = greylistedUntil(answer);
    if (waitMs !== null) {
      dialogue.retryAt = Date.now() + waitMs;
      return {
        code: "rcpt.greylisted",
        stage: "rcpt",
        reply: answer,
        detail: `It is asked again in ${Math.round(waitMs / 1000)} s.`,
      };
    }
  }
  return answerReason(dialogue, "rcpt", answer);
}

/** A refusal for now is none: the server may take the recipient later. */
async function toBeRefused(dialogue: SmtpDialogue, recipient: string): Promise<Reason | null> {
  dialogue.session.send(`RCPT TO:<${recipient}>`);
  const answer = await readReply(dialogue.session);
  if ("failure" in answer) return answerReason(dialogue, "rcpt", answer);
  if (answer.code >= 500) return null;
  if (isAccepted(answer)) {
    return { code: "rcpt.not-refused", stage: "rcpt", reply: answer, detail: `${recipient} was accepted.` };
  }
  dialogue.session.warn(`Whether ${recipient} is refused could not be told: the server answered ${answer.code}.`);
  return null;
}

/** 251 and 252 take the message too (RFC 5321 section 3.4 and 3.5.3). */
function isAccepted({ code }: Reply): boolean {
  return code === 250 || code === 251 || code === 252;
}

async function reset({ session }: SmtpDialogue): Promise<void> {
  session.send("RSET");
  const answer = await readReply(session);
  if ("failure" in answer) session.warn(`RSET was not answered (${answer.failure}).`);
  else if (answer.code !== 250) session.warn(`RSET was answered with ${answer.code} instead of 250.`);
}
