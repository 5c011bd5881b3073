import { msText } from "../text/ms-text.ts";
import { visibleText } from "../text/visible-text.ts";
import { stageName, type StageReport, type StageTiming } from "./stage.ts";

/**
 * A stage in one line: "rcpt: 21 ms, 452 4.3.1 Insufficient system storage, slow above 500 ms". `limitMs` is its threshold. Of the
 * server's words only what can be seen is shown.
 */
export function stageSentence({ stage, ms, reply }: StageTiming & Partial<StageReport>, limitMs?: number): string {
  const parts = [msText(ms), ...(reply ? [replyText(reply)] : []), ...(limitMs === undefined ? [] : [`slow above ${limitMs} ms`])];
  return `${stageName(stage)}: ${parts.join(", ")}`;
}

/** The text of a reply often begins with the enhanced code, in IMAP in brackets: then it is not said twice. */
function replyText({ code, enhanced, text }: NonNullable<StageReport["reply"]>): string {
  const words = visibleText(text);
  return [code, ...(enhanced !== null && !words.replace("[", "").startsWith(enhanced) ? [enhanced] : []), words].join(" ").trim();
}
