import type { ReplyCode } from "#core/check/reply.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { Stage } from "#core/check/stage.ts";
import { STATUSES } from "#core/check/status.ts";
import { REASON_CODES } from "#core/reason/reason.ts";

const KEPT_BYTES = 32 * 1024;

/** The password of whoever logs in. */
export const CANARY = "caNary+7/Wort";

export type Answers = Partial<Record<Stage, readonly ReplyCode[]>>;

/** What holds for every result, whatever a server did. */
const PROMISES: Record<string, (result: CheckResult, answers: Answers) => boolean> = {
  "a status is one of four": ({ status }) => STATUSES.includes(status),
  "whatever is not up has a reason, and what is up has none": ({ status, reason }) => (reason === null) === (status === "up"),
  "a reason is one of those there are": ({ reason }) => reason === null || REASON_CODES.includes(reason.code),
  "a transcript stays within its budget": ({ transcript }) => Buffer.byteLength(JSON.stringify(transcript)) <= KEPT_BYTES,
  "a transcript has no control characters": ({ transcript }) =>
    // oxlint-disable-next-line no-control-regex -- none may be left
    !transcript.some(({ text }) => /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(text)),
  "who is up has greeted and answered": ({ status, stages }, answers) =>
    !["up", "degraded"].includes(status) ||
    Object.entries(answers).every(([stage, codes]) => codes.includes(replied(stages, stage)!)),
  "no secret is shown": (result) => !JSON.stringify(result).includes(CANARY),
};

/** The first promise a result breaks, or null. `answers` are what a server that is up has said in some stages. */
export function brokenPromise(result: CheckResult, answers: Answers): string | null {
  return Object.entries(PROMISES).find(([, holds]) => !holds(result, answers))?.[0] ?? null;
}

function replied(stages: CheckResult["stages"], stage: string): ReplyCode | undefined {
  return stages.find((each) => each.stage === stage)?.reply?.code;
}
