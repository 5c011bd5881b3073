import type { Reason } from "#core/reason/reason.ts";
import { answerReason } from "../dialogue.ts";
import type { Pop3Dialogue } from "./dialogue.ts";
import { readReply } from "./read-reply.ts";

/** No server has more capabilities; there are 14 that are registered. */
const MOST_CAPABILITIES = 128;

/** What is wrong with a server that says so is not that it does not know the command (RFC 3206 section 4). */
const IN_TROUBLE = /^SYS\//;

/**
 * Asks for the capabilities (RFC 2449 section 5). After TLS they are asked for anew, and what was offered before no longer counts (RFC 2595
 * section 4). A server that does not know the command is one from before it, and no less up.
 */
export async function capa(dialogue: Pop3Dialogue, stage: "capability" | "capability-tls" = "capability"): Promise<Reason | null> {
  const { session, facts } = dialogue;
  if (stage === "capability-tls") dialogue.offeredInClear = facts.capabilities;
  facts.capabilities = [];
  session.send("CAPA");
  const answer = await readReply(session, { mostLines: MOST_CAPABILITIES });
  if ("failure" in answer || (answer.code !== "+OK" && IN_TROUBLE.test(answer.enhanced ?? ""))) {
    return answerReason(dialogue, stage, answer);
  }
  if (answer.code !== "+OK") {
    session.warn("The server does not know CAPA, so what it offers is not known.");
    return null;
  }
  facts.capabilities = answer.lines
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return null;
}

/** Whether the server has answered the last CAPA: where it has not, nobody knows what it offers. */
export function knowsCapa({ session }: Pop3Dialogue): boolean {
  const last = session.stages.findLast(({ stage }) => stage === "capability" || stage === "capability-tls");
  return last?.reply?.code === "+OK";
}
