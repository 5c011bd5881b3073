import type { ReplyWord } from "#core/check/reply.ts";
import type { CheckResult, Facts } from "#core/check/result.ts";
import type { Stage, StageReply, StageReport } from "#core/check/stage.ts";
import type { Status } from "#core/check/status.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";

/** A line of a dialogue and how many milliseconds after the one before it. */
export type Words = [direction: TranscriptLine["direction"], stage: Stage, ms: number, text: string];

/** What a seeded check saw; all but the moment it began. */
export type SeededDialogue = Pick<CheckResult, "status" | "stages" | "facts" | "warnings"> & {
  reason: Reason | null;
  lines: TranscriptLine[];
  /** When the server wants to be asked again, in epoch milliseconds. */
  retryAt?: number;
};

/** Lines with the time each took after the one before it. A check that went wrong did so at the last line of its stage. */
export function dialogue(status: Status, reason: Reason | null, facts: Facts, words: Words[]): SeededDialogue {
  let atMs = 0;
  const lines = words.map(([direction, stage, ms, text]): TranscriptLine => ({ direction, stage, atMs: (atMs += ms), text }));
  if (reason?.stage) lines.findLast(({ stage }) => stage === reason.stage)!.failed = true;
  return { status, reason, stages: stagesOf(words), facts, warnings: [], lines };
}

function stagesOf(words: Words[]): StageReport[] {
  const stages: StageReport[] = [];
  let isWhole = true;
  for (const [direction, stage, ms, text] of words) {
    let report = stages.find((each) => each.stage === stage);
    if (!report) stages.push((report = { stage, ms: 0, reply: null }));
    report.ms += ms;
    if (direction !== "received") continue;
    if (isWhole) report.reply = replyOf(text) ?? report.reply;
    isWhole = text[3] !== "-";
  }
  return stages;
}

/** The reply that a line is; null where it only goes with one, as the data of IMAP and the lists of POP3 do. */
function replyOf(line: string): StageReply | null {
  const [, number, enhanced = null, text = ""] = /^(\d{3})[ -](?:(\d\.\d+\.\d+) )?(.*)$/.exec(line) ?? [];
  if (number !== undefined) return { code: Number(number), enhanced, text: enhanced === null ? text : `${enhanced} ${text}` };
  const [, word, said = ""] = /^(?:[*a]\d* )?(OK|NO|BAD|BYE|PREAUTH|\+OK|-ERR)\b ?(.*)$/.exec(line) ?? [];
  return word === undefined ? null : { code: word as ReplyWord, enhanced: /^\[([^\]]+)\]/.exec(said)?.[1] ?? null, text: said };
}
