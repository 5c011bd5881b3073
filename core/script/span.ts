import { z } from "zod";

const UNITS_MS = { ms: 1, s: 1_000, m: 60_000 } as const;

const SPAN = /^(\d{1,6})(ms|s|m)$/;

/** A time as scripts write it, "500ms", "30s" or "2m", read as ms. */
export function spanSchema(mostMs: number) {
  return z
    .string({ error: "A time looks like 500ms, 30s or 2m." })
    .regex(SPAN, "A time looks like 500ms, 30s or 2m.")
    .transform(spanMs)
    .refine((ms) => ms > 0, "A time is longer than nothing.")
    .refine((ms) => ms <= mostMs, `This is longer than ${spanText(mostMs)}, the most there can be.`);
}

/** A time (ms) as scripts write it, in the largest unit that has no fraction: 90000 is "90s", 120000 "2m". */
export function spanText(ms: number): string {
  if (ms % UNITS_MS.m === 0) return `${ms / UNITS_MS.m}m`;
  return ms % UNITS_MS.s === 0 ? `${ms / UNITS_MS.s}s` : `${ms}ms`;
}

function spanMs(text: string): number {
  const [, count, unit] = SPAN.exec(text)!;
  return Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS];
}
