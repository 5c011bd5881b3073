import { diagnose } from "../diagnosis/diagnosis.ts";
import type { IncidentMessage } from "../message/message.ts";
import type { Target } from "../monitor/monitor.ts";
import { targetText } from "../monitor/target-text.ts";
import type { Reason } from "../reason/reason.ts";
import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";
import type { TranscriptLine } from "../transcript/transcript.ts";

/** What a message about an incident is made from. `startedAt` is epoch milliseconds; `baseUrl` is where users reach the dashboard. */
export type IncidentFacts = {
  incidentId: number;
  monitorId: number;
  monitorName: string;
  target: Target;
  startedAt: number;
  /** The worst the monitor was so far; down where nothing is said. */
  status?: "down" | "degraded";
  reason: Reason;
  baseUrl: string;
};

const MAX_NAME_CHARS = 100;
const MAX_LINE_CHARS = 300;
const MAX_LINES = 12;
/** What follows the failing line (our QUIT and its answer) is worth this many lines. */
const LINES_AFTER_FAILURE = 2;

/** The message that a monitor is down, or degraded where that is an incident. `transcript` is the whole dialogue of the check that showed it; the message keeps the end. */
export function openedMessage(facts: IncidentFacts, transcript: readonly TranscriptLine[]): IncidentMessage {
  return { ...inCommon(facts), kind: "incident_opened", endedAt: null, lines: lastLines(transcript) };
}

/** The message that one that was degraded is down now. */
export function worsenedMessage(facts: IncidentFacts, transcript: readonly TranscriptLine[]): IncidentMessage {
  return { ...openedMessage({ ...facts, status: "down" }, transcript), kind: "incident_worsened" };
}

/** The message that its trouble comes and goes, lastly at `turnedAt` (epoch milliseconds, oldest first): nothing more is told until it is steady. */
export function flappingMessage(facts: IncidentFacts, turnedAt: readonly number[]): IncidentMessage {
  const instants = turnedAt.map((at) => new Date(at).toISOString());
  return { ...inCommon(facts), kind: "incident_flapping", endedAt: null, turnedAt: instants, lines: [] };
}

/** The message that it is up again, since `endedAt` (epoch milliseconds); `hasFlapped` where it came and went before. */
export function resolvedMessage(facts: IncidentFacts, endedAt: number, hasFlapped = false): IncidentMessage {
  const end = { endedAt: new Date(endedAt).toISOString(), ...(hasFlapped && { hasFlapped }) };
  return { ...inCommon(facts), kind: "incident_resolved", ...end, lines: [] };
}

/** The message with a link to acknowledge the incident by, while there is something to acknowledge. */
export function withLink(message: IncidentMessage, acknowledgeUrl: string): IncidentMessage {
  return message.endedAt === null ? { ...message, acknowledgeUrl } : message;
}

function inCommon(facts: IncidentFacts) {
  const reason = shownReason(facts.reason);
  return {
    monitorId: facts.monitorId,
    monitorName: shown(facts.monitorName, MAX_NAME_CHARS),
    monitorKind: facts.target.kind,
    target: targetText(facts.target),
    startedAt: new Date(facts.startedAt).toISOString(),
    ...(facts.status === undefined ? {} : { status: facts.status }),
    reason,
    diagnosis: diagnose(reason, facts.target),
    url: new URL(`/incidents/${facts.incidentId}`, facts.baseUrl).href,
  };
}

function shownReason({ code, stage, reply, detail, at }: Reason): Reason {
  return {
    code,
    stage,
    reply: reply && { ...reply, lines: reply.lines.slice(0, MAX_LINES).map((line) => shown(line, MAX_LINE_CHARS)) },
    detail: detail && shown(detail, MAX_LINE_CHARS),
    ...(at && { at }),
  };
}

/** The end of the dialogue that failed, where there are several: the others went another way. */
function lastLines(whole: readonly TranscriptLine[]): TranscriptLine[] {
  const path = whole.find((line) => line.failed)?.path;
  const transcript = path === undefined ? whole : whole.filter((line) => line.path === path);
  const failedAt = transcript.findIndex((line) => line.failed);
  const end = failedAt === -1 ? transcript.length : Math.min(transcript.length, failedAt + 1 + LINES_AFTER_FAILURE);
  return transcript.slice(Math.max(0, end - MAX_LINES), end).map((line) => ({ ...line, text: shown(line.text, MAX_LINE_CHARS) }));
}

/** What others wrote, fit for any channel: bounded, and without a character that could move a cursor, break a header or reorder text. */
function shown(text: string, maxChars: number): string {
  return shortened(visibleText(text), maxChars);
}
