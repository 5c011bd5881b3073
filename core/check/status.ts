/** What one check can say. `unknown` means we could not tell: our network, our resolver, no worker. It is never downtime. */
export const STATUSES = ["up", "degraded", "down", "unknown"] as const;
export type Status = (typeof STATUSES)[number];

/** What a monitor's health can be: a confirmed status, or out of the watch by somebody's wish. */
export const HEALTH_STATUSES = [...STATUSES, "paused", "maintenance"] as const;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];
