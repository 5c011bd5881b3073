import { NOW } from "../now.ts";

/** SQL: whether `earlier` may hold up `d` at all: word of a change, which may wait for the morning, holds up no incident. */
export const HOLDS_UP = "(earlier.kind <> 'change' or d.kind = 'change')";

/** SQL: whether no earlier delivery to the same channel about the same monitor as `d` is unfinished. */
export const NOTHING_BEFORE = `not exists (
    select from delivery earlier
    where earlier.channel_id = d.channel_id and earlier.monitor_id = d.monitor_id and earlier.id < d.id
      and earlier.status in ('pending', 'sending', 'gathered') and ${HOLDS_UP})`;

/**
 * SQL: whether delivery `d` is due. Its time has come, or its sender was not heard of for two minutes; and no earlier
 * delivery to the same channel about the same monitor is unfinished, so that "up again" never overtakes "down". Ids grow in that
 * order, because whoever adds deliveries holds the lock on the monitor's health.
 */
export const DUE = `(
  ((d.status = 'pending' and d.next_attempt_at <= ${NOW})
    or (d.status = 'sending' and d.claimed_at < now() - interval '2 minutes'))
  and ${NOTHING_BEFORE})`;

/** SQL: whether it may be claimed: it is due, and was let out (release-due.ts). */
export const CLAIMABLE = `((d.released_at is not null or d.status = 'sending') and ${DUE})`;
