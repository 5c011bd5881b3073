/** Time is cut into windows of this length; a window is queued as a whole. */
export const WINDOW_S = 10;

/** Target hashes are in [0, TARGET_HASHES); a shard is a contiguous range of them. */
const TARGET_HASHES = 4096;

/** About this many monitors make a shard. */
const MONITORS_PER_SHARD = 1000;

/**
 * The second, modulo its interval, at which a monitor is due. A multiplicative hash of the id (Knuth, TAOCP 3, 6.4), so that
 * SQL can compute the same: `(id::bigint * 2654435761 % 4294967296) % interval_s`.
 */
export function phaseOf(monitorId: number, intervalS: number): number {
  return (Math.imul(monitorId, 2654435761) >>> 0) % intervalS;
}

/** The slot, in epoch seconds, at which a monitor is due in the window that opens at `windowS`, or null when it is not due there. */
export function slotInWindow(monitorId: number, intervalS: number, windowS: number): number | null {
  const untilDue = (phaseOf(monitorId, intervalS) - (windowS % intervalS) + intervalS) % intervalS;
  return untilDue < WINDOW_S ? windowS + untilDue : null;
}

/** The window an instant falls into, in epoch seconds. */
export function windowOf(epochS: number): number {
  return Math.floor(epochS / WINDOW_S) * WINDOW_S;
}

/** How many shards a number of monitors is cut into. */
export function shardsFor(monitors: number): number {
  return Math.min(TARGET_HASHES, Math.max(1, Math.ceil(monitors / MONITORS_PER_SHARD)));
}

/** The target hashes [from, to) of shard number `shard` of `shards`. */
export function shardRange(shard: number, shards: number): { from: number; to: number } {
  return {
    from: Math.floor((shard * TARGET_HASHES) / shards),
    to: Math.floor(((shard + 1) * TARGET_HASHES) / shards),
  };
}

/**
 * The hash of a target host: FNV-1a, folded to TARGET_HASHES. Everything aimed at one server has one hash and so meets in one
 * worker, which is how the limit per target needs no shared state.
 */
export function targetHash(host: string): number {
  let hash = 0x811c9dc5;
  for (const char of host.toLowerCase()) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 0) % TARGET_HASHES;
}
