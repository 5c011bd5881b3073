import type { Reply } from "#core/check/reply.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Failure } from "#network/failure.ts";
import { answerReason } from "../dialogue.ts";
import type { SmtpDialogue } from "./dialogue.ts";
import { greylistWaitMs } from "./greylisting.ts";
import { readReply } from "./read-reply.ts";

/** Whatever is asked for here, the server goes away (RFC 5321 section 3.8). */
const CLOSING = 421;

/**
 * The accept test: names, in one transaction, the recipient that has to be taken and then the one that has to be turned away (RFC 5321
 * section 4.1.1.3). All of it is taken back with RSET as leave is taken, so that no message is ever begun.
 */
export async function rcpt(dialogue: SmtpDialogue): Promise<Reason | null> {
  const { accepted, refused } = dialogue.target.envelope ?? {};
  return (
    (accepted === undefined ? null : await toBeAccepted(dialogue, accepted)) ??
    (refused === undefined || dialogue.isOver ? null : await toBeRefused(dialogue, refused))
  );
}

async function toBeAccepted(dialogue: SmtpDialogue, recipient: string): Promise<Reason | null> {
  const answer = await ask(dialogue, recipient);
  if ("code" in answer && isAccepted(answer)) return null;
  const isFine = "code" in answer && dialogue.target.expect?.fineCodes?.includes(answer.code);
  const waitMs = "failure" in answer || isFine ? null : greylistWaitMs(answer);
  if ("failure" in answer || waitMs === null) return answerReason(dialogue, "rcpt", answer);
  dialogue.retryAt = dialogue.now() + waitMs;
  return { code: "rcpt.greylisted", stage: "rcpt", reply: answer, detail: `It is asked again in ${Math.round(waitMs / 1000)} s.` };
}

/** A refusal for now is none: the server may take the recipient later. */
async function toBeRefused(dialogue: SmtpDialogue, recipient: string): Promise<Reason | null> {
  const answer = await ask(dialogue, recipient);
  if ("failure" in answer || answer.code === CLOSING) return answerReason(dialogue, "rcpt", answer);
  if (answer.code >= 500) return null;
  if (isAccepted(answer)) {
    return { code: "rcpt.not-refused", stage: "rcpt", reply: answer, detail: `${recipient} was accepted.` };
  }
  dialogue.session.warn(`Whether ${recipient} is refused could not be told: the server answered ${answer.code}.`);
  return null;
}

function ask({ session }: SmtpDialogue, recipient: string): Promise<Reply<number> | Failure> {
  session.send(`RCPT TO:<${recipient}>`);
  return readReply(session);
}

/** 251 and 252 take the message too (RFC 5321 section 3.4 and 3.5.3). */
function isAccepted({ code }: Reply<number>): boolean {
  return code === 250 || code === 251 || code === 252;
}
