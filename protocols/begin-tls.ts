import type { Reply, ReplyCode } from "#core/check/reply.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Failure } from "#network/failure.ts";
import { answerReason, degrade, type Dialogue } from "./dialogue.ts";
import { offersTls, type TlsKeyword } from "./offered.ts";

/** The command that begins TLS, and with which code a server agrees. */
type Command = {
  stage: "starttls" | "stls";
  keyword: TlsKeyword;
  ask: () => Promise<Reply | Failure>;
  agreed: ReplyCode;
};

/**
 * Asks for TLS. Where TLS is not required, a refusal only degrades: others would go on in the clear. What the server sends after it has
 * agreed came before TLS and is dropped and reported: acting on it is how answers are forged.
 */
export async function beginTls(dialogue: Dialogue, { stage, keyword, ask, agreed }: Command): Promise<Reason | null> {
  const { session, target, facts } = dialogue;
  const isRequired = target.tls === "starttls-required";
  if (!offersTls(facts.capabilities, keyword)) return notOffered(dialogue, stage, isRequired);
  const answer = await ask();
  if ("failure" in answer) return answerReason(dialogue, stage, answer);
  if (answer.code !== agreed) {
    const refused = answerReason(dialogue, stage, answer);
    if (isRequired || refused === null) return refused;
    degrade(dialogue, refused);
    return null;
  }
  const injected = session.dropUnread();
  if (injected !== "") {
    const detail = `${injected.length} bytes came in the clear after the reply to ${keyword}.`;
    degrade(dialogue, { code: `${stage}.injection`, stage, reply: null, detail });
  }
  dialogue.isReadyForTls = true;
  return null;
}

/** Where TLS is not required, an offer that was there before and is gone is told: somebody on the way may take it out. */
function notOffered(dialogue: Dialogue, stage: Command["stage"], isRequired: boolean): Reason | null {
  if (isRequired) {
    const detail = dialogue.memory.hasOfferedStarttls ? "It was offered before." : null;
    return { code: `${stage}.missing`, stage, reply: null, detail };
  }
  degrade(dialogue, { code: `${stage}.vanished`, stage, reply: null, detail: null });
  return null;
}

/** Whether a check asks for TLS: it must have it, or takes it where it is offered, or was offered before. */
export function wantsTls({ target, facts, memory }: Dialogue, keyword: TlsKeyword): boolean {
  if (target.tls !== "starttls") return target.tls === "starttls-required";
  return memory.hasOfferedStarttls || offersTls(facts.capabilities, keyword);
}
