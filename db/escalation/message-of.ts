import type { PoolClient } from "pg";
import type { Telling } from "#core/escalation.ts";
import { flappingMessage, openedMessage, resolvedMessage, worsenedMessage, type IncidentFacts } from "#core/incident-message.ts";
import type { IncidentMessage } from "#core/message.ts";
import type { TranscriptLine } from "#core/transcript.ts";
import { env } from "#env.ts";
import type { ClaimedEscalation } from "./claim-escalations.ts";

/** The message for something that is to be told of an incident, as the incident is now. */
export async function messageOf(client: PoolClient, claimed: ClaimedEscalation, telling: Telling): Promise<IncidentMessage> {
  const { incidentId, monitorId, course, subject } = claimed;
  const { monitorName, target, startedAt, status, reason } = subject;
  const facts: IncidentFacts = { incidentId, monitorId, monitorName, target, startedAt, status, reason, baseUrl: env.NEXTAUTH_URL };
  if (telling.what === "recovery") return resolvedMessage(facts, subject.endedAt ?? course.closedAt!, subject.hasFlapped);
  if (isFlapping(claimed, telling)) return flappingMessage(facts, subject.turnedAt);
  const transcript = await readTranscript(client, claimed);
  return course.worsenedAt === null ? openedMessage(facts, transcript) : worsenedMessage(facts, transcript);
}

/** Who hears of it while it comes and goes hears that it does. */
function isFlapping({ course: { flapping } }: ClaimedEscalation, { what }: Telling): boolean {
  return what === "flapping" || (flapping !== null && flapping.to === null);
}

async function readTranscript(client: PoolClient, { monitorId, subject }: ClaimedEscalation): Promise<TranscriptLine[]> {
  const { rows } = await client.query<{ lines: TranscriptLine[] }>(
    "select lines from transcript where monitor_id = $1 and slot_at = $2 and location_id = $3",
    [monitorId, subject.slotAt, subject.locationId],
  );
  return rows[0]?.lines ?? [];
}
