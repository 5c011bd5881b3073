import type { HealthStatus } from "#core/check/status.ts";
import type { ImapTarget, Policy, Pop3Target, SmtpTarget, Target } from "#core/monitor/monitor.ts";
import type { BadDialogue } from "./dialogues/bad-dialogues.ts";
import { ROUND_TRIP } from "./dialogues/round-trip.ts";
import type { SeededServerChange } from "./seed-seen.ts";
import { changeOfVanishing, changesBeforeTheEnd, changesOfAYear } from "./server-changes.ts";

/** A monitor to seed: how it is now, since how many seconds, and which dialogue shows it. */
export type SeededMonitor = {
  name: string;
  host: string;
  status: HealthStatus;
  sinceS: number;
  bad?: BadDialogue;
  /** Somebody has taken the incident on. */
  isAcknowledged?: true;
  /** Added this long ago; 120 days where nothing is said. */
  ageS?: number;
  /** Its last check is this long ago. */
  silentS?: number;
  target?: Partial<SmtpTarget>;
  /** What it watches where that is no SMTP server. */
  mailbox?: Omit<ImapTarget, "host"> | Omit<Pop3Target, "host">;
  /** Whether it watches a whole domain. */
  isDomain?: true;
  /** What it does where that is a script. */
  script?: string;
  policy?: Partial<Policy>;
  /** What the monitor logs in with. */
  secret?: string;
  /** The dialogue before the last one, where that tells more. */
  before?: BadDialogue;
  noticed?: (host: string, now: number) => SeededServerChange[];
};

/** How often each is checked. Long, so that none is overdue for half an hour where no worker runs. */
export const INTERVAL_S = 900;

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const LONG = "Backup relay of the northern branch office, second floor, behind the old firewall, do not restart at night";

const EHLO_NAME = "probe.ehlowatch.example";
const ENVELOPE = { from: "probe@ehlowatch.example", accepted: "postmaster@example.com" };

const MAILBOX = { tls: "implicit", login: { mechanism: "best", username: "probe@example.com" } } as const;

const SPECIAL: SeededMonitor[] = [
  { name: "Mail in", host: "mx1.example.com", status: "down", sinceS: 12 * MINUTE, bad: "refused" },
  {
    name: "Customers' mailboxes",
    host: "mx.customers.example.net",
    status: "down",
    sinceS: 3 * HOUR,
    bad: "rejected",
    isAcknowledged: true,
  },
  {
    name: "Submission",
    host: "submission.example.com",
    status: "down",
    sinceS: 2 * DAY,
    bad: "expired",
    target: { port: 587, tls: "starttls-required" },
  },
  {
    name: "Newsletter relay",
    host: "relay.news.example.org",
    status: "degraded",
    sinceS: 5 * HOUR,
    bad: "expiring",
    noticed: (_, now) => changesBeforeTheEnd(now),
  },
  {
    name: "Orders",
    host: "orders.example.com",
    status: "down",
    sinceS: 25 * MINUTE,
    bad: "diskFull",
    target: { until: "accept", envelope: ENVELOPE },
  },
  {
    name: "Front desk",
    host: "desk.example.com",
    status: "degraded",
    sinceS: 7 * MINUTE,
    bad: "greylisted",
    target: { until: "accept", envelope: ENVELOPE },
    policy: { incidentFrom: "degraded" },
  },
  {
    name: "Invoices",
    host: "invoices.example.com",
    status: "down",
    sinceS: 90 * MINUTE,
    bad: "loginStopped",
    before: "loginRefused",
    target: { port: 587, tls: "starttls-required", until: "auth", login: { mechanism: "best", username: "invoices@example.com" } },
    secret: "not the right one",
  },
  {
    name: "Both families",
    host: "dual.example.com",
    status: "degraded",
    sinceS: 4 * HOUR,
    bad: "ipv6Dead",
    target: { reach: "both" },
  },
  {
    name: "Branch office",
    host: "branch.example.com",
    status: "degraded",
    sinceS: 2 * HOUR,
    bad: "vanished",
    noticed: () => changeOfVanishing(2 * HOUR),
  },
  {
    name: "Staff mailboxes",
    host: "imap.example.com",
    status: "up",
    sinceS: 31 * DAY,
    mailbox: { ...MAILBOX, kind: "imap", port: 993, until: "select" },
    secret: "the right one",
  },
  {
    name: "Scanner's mailbox",
    host: "pop.example.com",
    status: "down",
    sinceS: 18 * MINUTE,
    bad: "mailboxInUse",
    mailbox: { ...MAILBOX, kind: "pop3", port: 995, until: "list" },
    secret: "the right one",
  },
  {
    name: "Round trip",
    host: "submission.example.org",
    status: "degraded",
    sinceS: 50 * MINUTE,
    bad: "inJunk",
    script: ROUND_TRIP,
    policy: { timeLimitS: 120 },
    secret: JSON.stringify({ submission: "the right one", mailbox: "the right one" }),
  },
  {
    name: "bücher.example",
    host: "xn--bcher-kva.example",
    status: "degraded",
    sinceS: 6 * HOUR,
    bad: "backupDead",
    isDomain: true,
    policy: { incidentFrom: "degraded" },
  },
  { name: "Head office", host: "head.example.com", status: "up", sinceS: 70 * DAY, ageS: 360 * DAY, noticed: changesOfAYear },
  { name: "Archive", host: "archive.example.com", status: "degraded", sinceS: 3 * DAY, bad: "expiring" },
  { name: "Partner gateway", host: "gw.partner.example", status: "unknown", sinceS: 40 * MINUTE, bad: "unresolved" },
  { name: "Old exchange", host: "exchange.intern.example", status: "paused", sinceS: 9 * DAY },
  { name: "Test server", host: "test.example.com", status: "paused", sinceS: HOUR },
  { name: "Moving house", host: "mx3.example.com", status: "maintenance", sinceS: 2 * HOUR },
  { name: "Nobody checks me", host: "silent.example.com", status: "up", sinceS: 20 * DAY, silentS: 5 * HOUR },
  { name: "Just added", host: "new.example.com", status: "unknown", sinceS: 5, ageS: 5 },
  { name: "Added yesterday", host: "yesterday.example.com", status: "up", sinceS: DAY, ageS: DAY },
  {
    name: LONG.slice(0, 100),
    host: `${"very-long-label-".repeat(3)}.${"subdomain.".repeat(12)}example.com`,
    status: "down",
    sinceS: 30,
    bad: "silent",
  },
  { name: `<b>"Quotes" & tags</b> <img src=x>`, host: "xn--mller-kva.example", status: "up", sinceS: 40 * DAY },
  { name: "Münchner Straße 日本 ✉️", host: "2001:db8::25", status: "up", sinceS: 50 * DAY },
];

/** `count` monitors: first those that show every state, then as many that are up. */
export function seededMonitors(count: number): SeededMonitor[] {
  const ordinary = Array.from({ length: Math.max(0, count - SPECIAL.length) }, (_, index): SeededMonitor => {
    const number = String(index + 1).padStart(2, "0");
    return {
      name: `Mailhost ${number}`,
      host: `mx${number}.hosting.example`,
      status: "up",
      sinceS: (1 + (index % 60)) * DAY + 7 * HOUR,
    };
  });
  return [...SPECIAL, ...ordinary].slice(0, count);
}

/** What a seeded monitor watches. */
export function seededTarget({ host, target, mailbox, script, isDomain }: SeededMonitor): Target {
  if (isDomain) return { kind: "domain", host, port: 25, ehloName: EHLO_NAME, selectors: ["s1", "s2"], senders: [], tests: [] };
  if (script !== undefined) return { kind: "mailflow", host, port: 587, script };
  if (mailbox !== undefined) return { ...mailbox, host };
  return { kind: "smtp", host, port: 25, tls: "starttls", ehloName: EHLO_NAME, ...target };
}
