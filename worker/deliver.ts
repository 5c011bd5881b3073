import { setTimeout as sleep } from "node:timers/promises";
import type { SendOutcome } from "#channels/channel.ts";
import { CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import { RETRY_FOR_MS, retryAfterMs } from "#core/message/retry.ts";
import { claimDelivery, type ClaimedDelivery } from "#db/delivery/claim-delivery.ts";
import { dueDeliveries } from "#db/delivery/due-deliveries.ts";
import { finishDelivery, type AttemptEnd } from "#db/delivery/finish-delivery.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { isWorthRetrying } from "#db/is-worth-retrying.ts";
import { clock } from "./clock.ts";
import type { Logger } from "./log.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";
import type { JobQueue, Queues } from "./queues.ts";
import type { Roads } from "./roads.ts";
import { sendClaimed } from "./send-claimed.ts";

type DeliveryJob = { deliveryId: number };
type Means = { queues: Queues; log: Logger; outage: Outage; roads: Roads };

/** Mail waits for no other road, nor they for it: a relay that hangs has all of its places, and none of theirs. */
const QUEUES = { mail: "deliveries-by-mail", other: "deliveries" } as const;
const AT_ONCE = 20;
const SWEEP_EVERY_MS = 3_000;
const MOST_AT_ONCE = 500;
/** What was queued is there for so long; after that it is queued again, in case the queue has lost it. */
const QUEUED_FOR_MS = 30_000;
const RECORD_WITHIN_MS = 60_000;

/** Sends what waits in the outbox: queues a job for each delivery that is due, and does the jobs. Returns what ends it. */
export function startDelivering({ queues, log, outage, roads }: Means): () => Promise<void> {
  const byRoad = {
    mail: queues.openQueue<DeliveryJob>(QUEUES.mail),
    other: queues.openQueue<DeliveryJob>(QUEUES.other),
  };
  const handler = ({ deliveryId }: DeliveryJob) => deliver(deliveryId, roads, log);
  const workers = Object.values(QUEUES).map((name) => queues.openWorker<DeliveryJob>(name, handler, { concurrency: AT_ONCE }));
  const queued: Queued = new Map();
  const stopQueueing = onWake("delivery_added", SWEEP_EVERY_MS, outage, () => queueDue(byRoad, queued));
  return async () => {
    await stopQueueing();
    await Promise.all(workers.map((worker) => worker.close()));
    await Promise.all(Object.values(byRoad).map((queue) => queue.close()));
  };
}

/** Jobs by their ids, and when this process queued them (ms of its own clock). */
type Queued = Map<string, number>;

/**
 * Lets out what is due, by itself or in a storm together, and queues it in the order in which it fell due. The attempt is part of the job's id:
 * queueing twice adds nothing, the next attempt is a job of its own.
 */
async function queueDue(byRoad: Record<keyof typeof QUEUES, JobQueue<DeliveryJob>>, queued: Queued): Promise<void> {
  const now = performance.now();
  for (const [jobId, at] of queued) if (at < now - QUEUED_FOR_MS) queued.delete(jobId);
  for (let isMore = true; isMore;) {
    const areMoreReaders = await releaseDue();
    const due = await dueDeliveries(MOST_AT_ONCE + queued.size);
    const jobs = due.map(({ deliveryId, attempts, isMail, before }) => ({
      isMail,
      priority: before, // nobody's first word waits behind what others get besides theirs
      jobId: `delivery-${deliveryId}-${attempts}`,
      data: { deliveryId },
    }));
    const fresh = jobs.filter(({ jobId }) => !queued.has(jobId)).slice(0, MOST_AT_ONCE);
    await byRoad.mail.add(fresh.filter(({ isMail }) => isMail));
    await byRoad.other.add(fresh.filter(({ isMail }) => !isMail));
    for (const { jobId } of fresh) queued.set(jobId, now);
    isMore = areMoreReaders || fresh.length === MOST_AT_ONCE;
  }
}

/** Makes one attempt at a delivery, if it is there to be made. */
export async function deliver(deliveryId: number, roads: Roads, log: Logger): Promise<void> {
  const claimed = await claimDelivery(deliveryId);
  if (!claimed) return;

  const startedAt = performance.now();
  const outcome = await sendClaimed(claimed, roads, log);
  const tookMs = performance.now() - startedAt;
  const end = endOf(outcome, claimed);
  const isRecorded = await record(() => finishDelivery(claimed, tookMs, end));

  const facts = { deliveryId, kind: claimed.message.kind, attempts: claimed.attempts, tookMs: Math.round(tookMs), ...end };
  if (!isRecorded) log.warn(facts, "a delivery was taken over while it was being sent");
  else if (end.outcome === "sent") log.info(facts, "told");
  else log.warn(facts, "not told");
}

/** What a provider asks us to wait for, it gets. A code that comes later than it counts is none. */
function endOf(outcome: SendOutcome, { attempts, createdAt, message }: ClaimedDelivery): AttemptEnd {
  if (outcome.sent) return { outcome: "sent", detail: outcome.receipt ?? null, reference: outcome.reference };
  const waitMs = Math.max(retryAfterMs(attempts, Math.random()), outcome.retryAfterMs ?? 0);
  const isTooLate = clock.now() + waitMs > createdAt.getTime() + (message.kind === "code" ? CODE_LIFETIME_MS : RETRY_FOR_MS);
  if (outcome.next === "give-up" || isTooLate) return { outcome: "give-up", detail: outcome.reason };
  return { outcome: "retry", detail: outcome.reason, retryAfterMs: waitMs };
}

/** Writes down what has happened already, however long the database is away: what is not written is sent again. */
async function record(write: () => Promise<boolean>): Promise<boolean> {
  for (const untilMs = performance.now() + RECORD_WITHIN_MS; ; await sleep(1_000)) {
    try {
      return await write();
    } catch (error) {
      if (!isWorthRetrying(error) || performance.now() > untilMs) throw error;
    }
  }
}
