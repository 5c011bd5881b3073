import type { ReasonCode } from "./reason.ts";
import type { Stage } from "./stage.ts";

const WHAT_STOPPED: Record<Stage, string> = {
  dns: "could not be found in DNS",
  connect: "could not be reached",
  greeting: "did not greet",
  ehlo: "did not answer EHLO",
  starttls: "could not start TLS",
  tls: "failed at TLS",
  "ehlo-tls": "did not answer EHLO after TLS",
  auth: "did not accept the login",
  mail: "stopped accepting senders",
  rcpt: "stopped accepting recipients",
  data: "stopped accepting messages",
  quit: "did not say goodbye",
};

/** An incident in one sentence: who, what stopped, and the reason in words. "Mail in could not be reached: connection refused" */
export function incidentSentence(monitorName: string, code: ReasonCode, headline: string): string {
  const stage = (Object.keys(WHAT_STOPPED) as Stage[]).find((each) => code.startsWith(`${each}.`));
  return stage === undefined ? `${monitorName}: ${headline}` : `${monitorName} ${WHAT_STOPPED[stage]}: ${headline}`;
}
