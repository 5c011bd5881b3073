import { monthBefore, nextMonthlyAt } from "#core/monthly/month.ts";
import { monthlyMessage, type MonthFacts } from "#core/monthly/monthly-message.ts";
import { untilNow } from "#core/uptime/until-now.ts";
import { uptimeOf } from "#core/uptime/uptime.ts";
import { listChanges } from "#db/change/list-changes.ts";
import { listMonitorIncidents } from "#db/incident/list-monitor-incidents.ts";
import { isWorthRetrying } from "#db/is-worth-retrying.ts";
import { addMonthlyMails } from "#db/monthly-mail/add-monthly-mails.ts";
import { listDueMonths, type DueMonth } from "#db/monthly-mail/list-due-months.ts";
import { stopUrl } from "#db/monthly-mail/sign-stop-link.ts";
import { listTransitionsSince } from "#db/transition/list-transitions-since.ts";
import { env } from "#env.ts";
import { clock } from "./clock.ts";
import type { Duty } from "./duties.ts";
import { log } from "./log.ts";

const EVERY_MS = 10_000;
const AT_ONCE = 50;
/** Of a month that saw more of them than that, the latest are counted. */
const MOST_READ = 500;

/** Puts the mails about the month that is over into the outbox, on the first, for those who want them. */
export function monthlyMailDuty(): Duty {
  return { name: "mails about a month", everyMs: EVERY_MS, run: async () => ({ mails: await addDueMonths(clock.now()) }) };
}

/** All that are due at `now` (epoch milliseconds). One that cannot be told holds up no other: it is tried again later. Returns how many mails. */
export async function addDueMonths(now: number): Promise<number> {
  let mails = 0;
  for (let isMore = true; isMore;) {
    const due = await listDueMonths(AT_ONCE);
    let failed = 0;
    for (const month of due) {
      try {
        mails += await addMonth(month, now);
      } catch (error) {
        if (isWorthRetrying(error)) throw error;
        log.error({ err: error, monitorId: month.monitorId }, "the month of a domain could not be told");
        failed++;
      }
    }
    isMore = due.length === AT_ONCE && failed === 0;
  }
  return mails;
}

async function addMonth(due: DueMonth, now: number): Promise<number> {
  const { monitorId, timeZone } = due;
  const facts = await factsOf(due, now);
  return addMonthlyMails({ monitorId, timeZone }, nextMonthlyAt(now, timeZone), (channelId) =>
    monthlyMessage(facts, stopUrl({ monitorId, channelId })),
  );
}

async function factsOf(due: DueMonth, now: number): Promise<MonthFacts> {
  const { teamId, monitorId, timeZone } = due;
  const { from, to, words } = monthBefore(now, timeZone);
  const since = new Date(from);
  const [transitions, incidents, changes] = await Promise.all([
    listTransitionsSince(teamId, [monitorId], since),
    listMonitorIncidents(teamId, monitorId, since, MOST_READ),
    listChanges(teamId, monitorId, MOST_READ),
  ]);
  return {
    monitorId,
    monitorName: due.monitorName,
    domain: due.target.host,
    month: words,
    timeZone,
    uptime: uptimeOf(untilNow(transitions.get(monitorId) ?? [], due), from, to),
    incidents: incidents.filter(({ startedAt }) => startedAt.getTime() < to),
    changes: changes.filter(({ slotAt }) => slotAt.getTime() >= from && slotAt.getTime() < to),
    findings: due.facts?.domain?.findings ?? null,
    baseUrl: env.NEXTAUTH_URL,
  };
}
