import type { Kind, Target } from "../monitor/monitor.ts";
import type { Reason } from "../reason/reason.ts";
import { diagnose, type Diagnosis } from "./diagnosis.ts";

/** The mail server of a domain that a reason is told of; null where it is told of what the monitor itself watches. */
export function serverTold(kind: Kind | undefined, { at }: Pick<Reason, "at">): string | null {
  return kind === "domain" && at !== undefined ? at.host : null;
}

/** A headline that says of which server it is, where a monitor watches several: "mx2.example.com: Connection refused". */
export function headlineOfServer(headline: string, kind: Kind | undefined, reason: Pick<Reason, "at">): string {
  const server = serverTold(kind, reason);
  return server === null ? headline : `${server}: ${headline}`;
}

/** What a reason means, with the server it is told of in its headline. */
export function diagnosisOfServer(reason: Reason, target: Target): Diagnosis {
  const diagnosis = diagnose(reason, target);
  return { ...diagnosis, headline: headlineOfServer(diagnosis.headline, target.kind, reason) };
}
