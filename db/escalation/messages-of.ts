import type { PoolClient } from "pg";
import type { Telling } from "#core/escalation/escalation.ts";
import {
  flappingMessage,
  openedMessage,
  resolvedMessage,
  worsenedMessage,
  type IncidentFacts,
} from "#core/incident/incident-message.ts";
import type { IncidentMessage } from "#core/message/message.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { env } from "#env.ts";
import type { ClaimedEscalation } from "./claim-escalations.ts";

/** What incidents have to say, each as it is now. */
export async function messagesOf(
  client: PoolClient,
  claimed: readonly ClaimedEscalation[],
): Promise<(of: ClaimedEscalation, what: Telling["what"]) => IncidentMessage> {
  const transcripts = await readTranscripts(client, claimed);
  return (of, what) => messageOf(of, what, transcripts.get(of.incidentId) ?? []);
}

/** Who hears of it while it comes and goes hears that it does. */
function messageOf(
  { incidentId, monitorId, course, subject }: ClaimedEscalation,
  what: Telling["what"],
  transcript: TranscriptLine[],
): IncidentMessage {
  const { monitorName, target, startedAt, status, reason } = subject;
  const facts: IncidentFacts = { incidentId, monitorId, monitorName, target, startedAt, status, reason, baseUrl: env.NEXTAUTH_URL };
  if (what === "recovery") return resolvedMessage(facts, subject.endedAt ?? course.closedAt!, subject.hasFlapped);
  const isFlapping = course.flapping !== null && course.flapping.to === null;
  if (what === "flapping" || isFlapping) return flappingMessage(facts, subject.turnedAt);
  return course.worsenedAt === null ? openedMessage(facts, transcript) : worsenedMessage(facts, transcript);
}

/** The dialogues that show the trouble of incidents that are not over. */
async function readTranscripts(client: PoolClient, claimed: readonly ClaimedEscalation[]): Promise<Map<number, TranscriptLine[]>> {
  const open = claimed.filter(({ course }) => course.closedAt === null);
  if (open.length === 0) return new Map();
  const { rows } = await client.query<{ incidentId: number; lines: TranscriptLine[] }>(
    `select i.id as "incidentId", t.lines from incident i
       join transcript t on t.monitor_id = i.monitor_id and t.slot_at = i.slot_at and t.location_id = i.location_id
     where i.id = any($1::int[])`,
    [open.map(({ incidentId }) => incidentId)],
  );
  return new Map(rows.map(({ incidentId, lines }) => [incidentId, lines]));
}
