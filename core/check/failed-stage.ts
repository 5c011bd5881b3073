import type { ReasonCode } from "../reason/reason.ts";
import { STAGES, type Stage } from "./stage.ts";

/** The stage a reason code names, with the reply code that came there; null for trouble of our own, which has no stage. */
export function failedStage(code: ReasonCode | null, replyCode: number | null): { stage: Stage; replyCode: number | null } | null {
  const [name, failure] = code?.split(".") ?? [];
  const stage = STAGES.find((each) => each === name);
  return stage === undefined ? null : { stage, replyCode: failure === "reply" ? replyCode : null };
}
