const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An instant as people say it: "just now", "2 min ago", "in 3 h", "5 days ago". Both instants are epoch milliseconds. */
export function relativeTime(at: number, now: number): string {
  const away = Math.abs(now - at);
  if (away < 5_000) return "just now";
  const amount = inWords(away);
  return at <= now ? `${amount} ago` : `in ${amount}`;
}

function inWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / 1_000)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} days`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant to the second in a time zone, with the zone's name: "23 Nov 2026, 18:42:07 CET". */
export function exactTime(at: Date, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      timeZoneName: "short",
    });
    formats.set(zone, format);
  }
  return format.format(at);
}
