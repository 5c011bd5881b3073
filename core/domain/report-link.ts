/** How long a report link is good for, in words, by what the form sends. */
export const REPORT_LINK_LIFETIMES = {
  "7": "7 days",
  "30": "30 days",
  "90": "90 days",
  never: "until it is taken back",
} as const;
export type ReportLinkLifetime = keyof typeof REPORT_LINK_LIFETIMES;

/** A report link as its list shows it: nobody can tell the link itself any more. */
export type ReportLink = { reportLinkId: number; createdAt: Date; expiresAt: Date | null; madeBy: string | null };

/** What is asked for, as days; null where it ends only by being taken back, undefined where it is nothing that is offered. */
export function lifetimeDays(typed: unknown): number | null | undefined {
  if (typeof typed !== "string" || !Object.hasOwn(REPORT_LINK_LIFETIMES, typed)) return undefined;
  return typed === "never" ? null : Number(typed);
}

/** The path of the page that a link opens. */
export function reportPath(token: string): string {
  return `/report?link=${token}`;
}

/** The secret of a link from an address: 32 bytes (base64url); null for anything that cannot be one. */
export function parseReportToken(text: unknown): string | null {
  return typeof text === "string" && /^[\w-]{43}$/.test(text) ? text : null;
}
