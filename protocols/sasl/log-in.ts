import type { Reply, ReplyCode } from "#core/check/reply.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Failure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import { answerReason, type Dialogue } from "../dialogue.ts";
import type { MechanismName } from "./choose-mechanism.ts";
import type { Fault, Mechanism, Response } from "./mechanism.ts";

/** No mechanism has more challenges. */
const MOST_CHALLENGES = 8;

/** A stage in which somebody logs in. */
export type LoginStage = "auth" | "login";

/**
 * How a protocol carries a login (RFC 4422 section 4). `command` is what it begins with, without the mechanism; `read` waits for the next
 * answer, which is a challenge with one code and a yes with another. A first response that makes the command longer than `commandBytes`, its
 * line end included, waits for a challenge.
 */
export type Wire = {
  stage: LoginStage;
  command: string;
  commandBytes: number;
  read: () => Promise<Reply | Failure>;
  challenge: ReplyCode;
  done: ReplyCode;
};

/** Who says what, and how it is carried. */
type Speech = { session: Session; wire: Wire };

/** Says the command and answers the server's challenges until it says yes, no, or nothing that makes sense. */
export async function logIn(dialogue: Dialogue, wire: Wire, name: MechanismName, mechanism: Mechanism): Promise<Reason | null> {
  const { session } = dialogue;
  const { stage } = wire;
  const command = `${wire.command} ${name}`;
  const steps = [...mechanism.steps];
  const initial = mechanism.hasInitial ? await steps[0]!("") : null;
  const hasSaidIt = initial !== null && "say" in initial && fits(wire, command, initial);
  if (hasSaidIt) steps.shift();
  const speech = { session, wire };
  let answer = hasSaidIt ? await respond(speech, `${command} `, initial) : await ask(speech, command);

  for (let challenges = 1; "code" in answer && answer.code === wire.challenge; challenges++) {
    const step = steps.shift();
    if (step === undefined) return endless(speech, answer, challenges);
    const said = await step(answer.lines.join(""));
    if ("failure" in said) return takenBack(speech, { ...failedLogin(stage, said.failure, said.detail), reply: answer });
    answer = await respond(speech, "", said);
  }
  if ("failure" in answer || answer.code !== wire.done) {
    const reason = answerReason(dialogue, stage, answer);
    return reason && { ...reason, detail: mechanism.refusal?.() ?? reason.detail };
  }
  const doubt = mechanism.doubt?.() ?? null;
  return doubt === null ? null : { ...failedLogin(stage, "server-proof", doubt), reply: answer };
}

type LoginFailure = Fault["failure"] | "cleartext" | "unavailable" | "loop" | "stopped";

/** Why a login failed that no reply says. */
export function failedLogin(stage: LoginStage, failure: LoginFailure, detail: string): Reason {
  return { code: `${stage}.${failure}`, stage, reply: null, detail };
}

function fits({ commandBytes }: Wire, command: string, { say }: Response): boolean {
  return `${command} ${base64(say)}\r\n`.length <= commandBytes;
}

function respond(speech: Speech, start: string, { say, hide = [], warning }: Response): Promise<Reply | Failure> {
  const { session } = speech;
  hide.forEach((each) => session.secrets.hide(each));
  if (warning !== undefined) session.warn(warning);
  return ask(speech, start, base64(say));
}

function ask({ session, wire }: Speech, start: string, secret = ""): Promise<Reply | Failure> {
  session.send(start, secret);
  return wire.read();
}

/** More challenges came than the mechanism has answers. */
async function endless(speech: Speech, asked: Reply, challenges: number): Promise<Reason> {
  const reason = { ...failedLogin(speech.wire.stage, "loop", `Challenge ${challenges} is one too many.`), reply: asked };
  return takenBack(speech, reason, MOST_CHALLENGES - challenges);
}

/** Takes the login back, which ends it (RFC 4422 section 3.5); a server that goes on asking is told so this often. */
async function takenBack(speech: Speech, reason: Reason, times = 1): Promise<Reason> {
  speech.session.markFailed(reason);
  for (let time = 0; time < times; time++) {
    const answer = await ask(speech, "*");
    if ("failure" in answer || answer.code !== speech.wire.challenge) break;
  }
  return reason;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
