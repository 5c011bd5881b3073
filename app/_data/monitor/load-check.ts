import { notFound } from "next/navigation";
import { checkIdText, parseCheckId } from "#core/check/check-id.ts";
import type { Dialogue } from "#core/check/dialogue.ts";
import { diagnose } from "#core/diagnosis/diagnosis.ts";
import { diagnosisOfServer } from "#core/diagnosis/server-told.ts";
import { targetText } from "#core/monitor/target-text.ts";
import { exactTime } from "#core/time/relative-time.ts";
import { transcriptText } from "#core/transcript/transcript-text.ts";
import type { MonitorDetail } from "#db/monitor/read-monitor.ts";
import { readCheck } from "#db/result/read-check.ts";
import { readGoodTranscript } from "#db/transcript/read-good-transcript.ts";
import { readTranscript } from "#db/transcript/read-transcript.ts";
import { requireMonitor } from "./require-monitor.ts";

/** All that the page of one check shows. The transcript outlives the result row, or the other way round: either makes a page. */
export async function loadCheck(monitorIdText: string, checkText: string) {
  const { viewer, monitor } = await requireMonitor(monitorIdText);
  const { teamId, timeZone } = viewer;
  const { monitorId } = monitor;
  const checkId = parseCheckId(checkText) ?? notFound();
  const [check, dialogue] = await Promise.all([readCheck(teamId, monitorId, checkId), readTranscript(teamId, monitorId, checkId)]);
  const seen = dialogue ?? check ?? notFound();

  const isContrary = seen.status !== "up";
  const good = isContrary && dialogue ? await readGoodTranscript(teamId, monitorId, dialogue.slotAt, dialogue.goodSlotAt) : null;
  const reason = dialogue?.reason ?? (check?.reason ? { code: check.reason, stage: null, reply: null, detail: null } : null);
  return {
    zone: timeZone,
    monitor,
    checkId: checkIdText(checkId),
    slotAt: seen.slotAt,
    location: seen.location,
    status: seen.status,
    timings: dialogue?.stages ?? check?.timings ?? [],
    lateMs: check?.lateMs ?? null,
    reason,
    diagnosis: reason && diagnosisOfServer(reason, monitor.target),
    dialogue,
    good,
    text: dialogue && dialogueText(monitor, dialogue),
  };
}

/** The transcript of a check as text to copy or keep. */
function dialogueText(monitor: MonitorDetail, dialogue: Dialogue): string {
  const headline = dialogue.reason && diagnose(dialogue.reason, monitor.target).headline;
  return transcriptText(
    {
      monitorName: monitor.name,
      target: targetText(monitor.target),
      at: exactTime(dialogue.slotAt, "UTC"),
      verdict: headline ? `${dialogue.status}: ${headline}` : dialogue.status,
    },
    dialogue.lines,
  );
}
