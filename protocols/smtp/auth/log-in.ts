import type { Reason, ReasonCode } from "#core/reason.ts";
import type { Reply } from "#core/reply.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { answerReason, type SmtpDialogue } from "../dialogue.ts";
import { readReply } from "../read-reply.ts";
import type { MechanismName } from "./choose-mechanism.ts";
import type { Mechanism, Response } from "./mechanism.ts";

/** No mechanism has more challenges. */
const MOST_CHALLENGES = 8;

/** The most a command line may have, with its line end; a first response that is longer waits for a challenge (RFC 4954 section 4). */
const COMMAND_BYTES = 512;

/** Says AUTH and answers the server's challenges (334) until it says yes (235), no, or nothing that makes sense (RFC 4954 section 4). */
export async function logIn(dialogue: SmtpDialogue, name: MechanismName, mechanism: Mechanism): Promise<Reason | null> {
  const { session } = dialogue;
  const steps = [...mechanism.steps];
  const initial = mechanism.hasInitial ? await steps[0]!("") : null;
  const hasSaidIt = initial !== null && "say" in initial && fits(name, initial);
  if (hasSaidIt) steps.shift();
  let answer = hasSaidIt ? await respond(session, `AUTH ${name} `, initial) : await ask(session, `AUTH ${name}`);

  for (let challenges = 1; "code" in answer && answer.code === 334; challenges++) {
    const step = steps.shift();
    if (step === undefined) return endless(session, answer, challenges);
    const said = await step(answer.lines.join(""));
    if ("code" in said) return takenBack(session, { ...failedLogin(said.code, said.detail), reply: answer });
    answer = await respond(session, "", said);
  }
  if ("failure" in answer || answer.code !== 235) {
    const reason = answerReason(dialogue, "auth", answer);
    return reason && { ...reason, detail: mechanism.refusal?.() ?? reason.detail };
  }
  const doubt = mechanism.doubt?.() ?? null;
  return doubt === null ? null : { ...failedLogin("auth.server-proof", doubt), reply: answer };
}

/** Why a login failed that no reply says. */
export function failedLogin(code: ReasonCode, detail: string): Reason {
  return { code, stage: "auth", reply: null, detail };
}

function fits(name: MechanismName, { say }: Response): boolean {
  return `AUTH ${name} ${base64(say)}\r\n`.length <= COMMAND_BYTES;
}

function respond(session: Session, start: string, { say, hide = [], warning }: Response): Promise<Reply<number> | Failure> {
  hide.forEach((each) => session.secrets.hide(each));
  if (warning !== undefined) session.warn(warning);
  return ask(session, start, base64(say));
}

function ask(session: Session, start: string, secret = ""): Promise<Reply<number> | Failure> {
  session.send(start, secret);
  return readReply(session);
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** More challenges came than the mechanism has answers. */
async function endless(session: Session, asked: Reply, challenges: number): Promise<Reason> {
  const reason = { ...failedLogin("auth.loop", `Challenge ${challenges} is one too many.`), reply: asked };
  return takenBack(session, reason, MOST_CHALLENGES - challenges);
}

/** Takes the login back, which ends it (RFC 4954 section 4); a server that goes on asking is told so this often. */
async function takenBack(session: Session, reason: Reason, times = 1): Promise<Reason> {
  session.markFailed(reason);
  for (let time = 0; time < times; time++) {
    const answer = await ask(session, "*");
    if ("failure" in answer || answer.code !== 334) break;
  }
  return reason;
}
