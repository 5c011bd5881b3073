import { REASON_CODES } from "#core/reason.ts";
import type { ReplyCode } from "#core/reply.ts";
import type { CheckResult } from "#core/result.ts";
import { STATUSES } from "#core/status.ts";

const KEPT_BYTES = 32 * 1024;

/** What holds for every result, whatever a server did. */
const PROMISES: Record<string, (result: CheckResult) => boolean> = {
  "a status is one of four": ({ status }) => STATUSES.includes(status),
  "whatever is not up has a reason, and what is up has none": ({ status, reason }) => (reason === null) === (status === "up"),
  "a reason is one of those there are": ({ reason }) => reason === null || REASON_CODES.includes(reason.code),
  "a transcript stays within its budget": ({ transcript }) => Buffer.byteLength(JSON.stringify(transcript)) <= KEPT_BYTES,
  "a transcript has no control characters": ({ transcript }) =>
    // oxlint-disable-next-line no-control-regex -- none may be left
    !transcript.some(({ text }) => /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(text)),
  "who is up has greeted and answered": ({ status, stages }) =>
    !["up", "degraded"].includes(status) || (replied(stages, "greeting") === 220 && replied(stages, "ehlo") === 250),
};

/** The first promise a result breaks, or null. */
export function brokenPromise(result: CheckResult): string | null {
  return Object.entries(PROMISES).find(([, holds]) => !holds(result))?.[0] ?? null;
}

function replied(stages: CheckResult["stages"], stage: string): ReplyCode | undefined {
  return stages.find((each) => each.stage === stage)?.reply?.code;
}
