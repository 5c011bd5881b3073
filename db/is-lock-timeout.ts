const LOCK_NOT_AVAILABLE = "55P03";

/** Whether a statement gave up waiting for a lock, because of `lock_timeout`. */
export function isLockTimeout(error: unknown): boolean {
  return (error as { code?: string }).code === LOCK_NOT_AVAILABLE;
}
