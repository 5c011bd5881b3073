import type { PoolClient } from "pg";
import { isStoppedLogin } from "#core/check/login-refusal.ts";
import type { ReplyCode } from "#core/check/reply.ts";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import type { Reason, ReasonCode } from "#core/reason/reason.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import type { FinishedCheck } from "../result/finished-check.ts";

/** What shows why a monitor is in trouble: the reason, and the check whose dialogue it is. */
export type ShownFailure = { reason: Reason; transcript: TranscriptLine[]; slotAt: Date; locationId: number };

/**
 * What to show of the trouble that a check confirms. A login that is not tried any more shows nothing: then it is the refusal before it,
 * where that is kept.
 */
export async function findFailure(
  client: PoolClient,
  { monitorId, slotAt, locationId, result }: FinishedCheck,
): Promise<ShownFailure> {
  const reason: Reason = result.reason ?? { code: "check.failed", stage: null, reply: null, detail: null };
  const own = { reason, transcript: result.transcript, slotAt: new Date(slotAt), locationId };
  if (!isStoppedLogin(reason.code)) return own;
  const { rows } = await client.query<ShownFailure>(
    `select reason, lines as transcript, slot_at as "slotAt", location_id as "locationId" from transcript
     where monitor_id = $1 and slot_at < $2 and reason->>'code' = $3 order by slot_at desc limit 1`,
    [monitorId, own.slotAt, reason.code.replace("stopped", "reply")],
  );
  return rows[0] ?? own;
}

/** A failure in a few words, as a timeline shows it. */
export function failureText(code: ReasonCode | null | undefined, replyCode: ReplyCode | null | undefined): string {
  return reasonHeadline(code ?? "check.failed", replyCode ?? null);
}
