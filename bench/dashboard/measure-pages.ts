import { costOf } from "../process-cost.ts";
import type { DashboardOptions } from "./options.ts";
import type { MeasuredPage } from "./pages.ts";
import type { FilledDatabase } from "./start-filled.ts";
import { startWeb, type Web } from "./start-web.ts";
import { visit, type Visited } from "./visit.ts";

/** The times of pages in ms from request to last byte; how many came a second, and how many not as they should. */
export type Met = { p50: number; p95: number; p99: number; pages: number; perSecond: number; failed: number };

/** A page, what users meet who open one every 5 s, one every second, or the next at once; bytes as sent, and CPU ms of the web processes and PostgreSQL. */
export type PageFigures = { name: string; calm: Met; hasty: Met; unpaced: Met; bytes: number; webMs: number; databaseMs: number };

const WARM_S = 5;

/** Serves pages from a filled database and has them opened by many users. */
export async function measurePages(
  { postgres, env, filled }: FilledDatabase,
  pages: MeasuredPage[],
  { processes, users, seconds }: DashboardOptions,
): Promise<PageFigures[]> {
  const web = await startWeb(env, processes);
  try {
    const figures: PageFigures[] = [];
    for (const page of pages) {
      const how = { url: web.url, session: filled.session, paths: page.paths, users };
      await visit({ ...how, seconds: WARM_S, everyS: null });
      const before = spent(web, postgres);
      const unpaced = await visit({ ...how, seconds, everyS: null });
      const after = spent(web, postgres);
      const hasty = await visit({ ...how, seconds, everyS: 1 });
      const calm = await visit({ ...how, seconds, everyS: 5 });
      const each = (us: number) => us / 1000 / unpaced.times.length;
      figures.push({
        name: page.name,
        calm: met(calm, seconds),
        hasty: met(hasty, seconds),
        unpaced: met(unpaced, seconds),
        bytes: unpaced.bytes / unpaced.times.length,
        webMs: each(after.web - before.web),
        databaseMs: each(after.database - before.database),
      });
      console.error(figures.at(-1));
    }
    return figures;
  } finally {
    await web.stop();
  }
}

function spent(web: Web, postgres: FilledDatabase["postgres"]) {
  return { web: costOf(web.pid).cpuUs, database: costOf(postgres.pid()).cpuUs };
}

function met({ times, failed }: Visited, seconds: number): Met {
  const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), pages: times.length, perSecond: times.length / seconds, failed };
}
