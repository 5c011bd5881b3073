import { headers } from "next/headers";
import { cache } from "react";
import { clientAddress } from "#app/_data/client-address.ts";
import { parseReportToken } from "#core/domain/report-link.ts";
import type { ShownReport } from "#core/domain/shown-report.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { findSharedDomain } from "#db/report-link/find-shared-domain.ts";
import { reportOf } from "./report-of.ts";

/**
 * The report that a link leads to, with its times in UTC: nobody knows where its reader is. `nowhere` for a link that never was, has expired or
 * was taken back, which nobody is told apart, or how many seconds to wait where too many such came from the same address. A right link is never
 * held up: a whole office may stand behind one address.
 */
export const loadSharedReport = cache(async (text: unknown): Promise<ShownReport | "nowhere" | number> => {
  const token = parseReportToken(text);
  const state = token && (await findSharedDomain(token));
  if (state) return reportOf(state, "UTC");
  return (await countGuess("report:client", clientAddress(await headers()))) || "nowhere";
});
