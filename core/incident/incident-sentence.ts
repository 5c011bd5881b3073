import { STAGES, type Stage } from "../check/stage.ts";
import { serverTold } from "../diagnosis/server-told.ts";
import type { Kind } from "../monitor/monitor.ts";
import type { Reason, ReasonCode } from "../reason/reason.ts";

/** What a server did not do, by the stage at which it did not. */
const WHAT_FAILED: Record<Stage, string> = {
  dns: "could not be found",
  connect: "could not be reached",
  greeting: "did not greet",
  ehlo: "did not answer EHLO",
  capability: "did not say what it can do",
  starttls: "could not start TLS",
  stls: "could not start TLS",
  tls: "failed at TLS",
  "ehlo-tls": "did not answer EHLO after TLS",
  "capability-tls": "did not say after TLS what it can do",
  auth: "did not answer the login",
  login: "did not answer the login",
  select: "did not open the folder",
  list: "did not list its messages",
  mail: "did not take the sender",
  rcpt: "did not take the recipient",
  data: "did not take the message",
  command: "did not answer a line of the script",
  delivery: "did not deliver the message",
  search: "did not search for the message",
  fetch: "did not hand out the message",
  delete: "did not mark the message as deleted",
  expunge: "did not take the message out",
  expect: "did not do what is expected",
  script: "could not be tested",
  mx: "does not take all of its mail",
  posture: "makes careful senders hold mail back",
  listing: "is on a blocklist",
  quit: "did not say goodbye",
  logout: "did not say goodbye",
};

/** What it did where it answered, and the answer was no. */
const WHAT_WAS_REFUSED: Partial<Record<Stage, string>> = {
  greeting: "turned us away",
  ehlo: "refused EHLO",
  capability: "refused CAPABILITY",
  starttls: "refused STARTTLS",
  stls: "refused STLS",
  "ehlo-tls": "refused EHLO after TLS",
  "capability-tls": "refused CAPABILITY after TLS",
  auth: "refused the login",
  login: "refused the login",
  select: "refused to open the folder",
  list: "refused to list its messages",
  mail: "stopped accepting senders",
  rcpt: "stopped accepting recipients",
  data: "stopped accepting messages",
  command: "refused a line of the script",
  search: "refused to search",
  fetch: "refused to hand out the message",
  delete: "refused to delete the message",
  expunge: "refused to take the message out",
};

/** The server did the step, only not well: the headline says all of it. */
const DONE_BADLY =
  /\.(slow|malformed|desync|unexpected|size|capability-\w+|forbidden|injection|expiring|weak-\w+|cleartext|unavailable|loop|server-proof|stopped|not-refused|lost|late|junk|held|value)$|^expect\./;

/** Who an incident is told of: the monitor, and of a domain its mail server. */
export function incidentSubject(monitorName: string, kind: Kind | undefined, reason: Pick<Reason, "at">): string {
  const server = serverTold(kind, reason);
  return server === null ? monitorName : `${monitorName}: ${server}`;
}

/** An incident in one sentence: who, what stopped, and the reason in words. "Mail in could not be reached: Connection refused" */
export function incidentSentence(monitorName: string, code: ReasonCode, headline: string): string {
  const [name, failure] = code.split(".");
  const stage = STAGES.find((each) => each === name);
  if (stage === undefined || DONE_BADLY.test(code)) return `${monitorName}: ${headline}`;
  const refused = failure === "reply" ? WHAT_WAS_REFUSED[stage] : undefined;
  // "Greeting: 554 No" says the stage once more: what the server said is enough.
  const reason = refused === undefined ? headline : headline.replace(/^[^:]+: (?=\d{3}|[A-Z+-]{2,7}( |$))/, "");
  return `${monitorName} ${refused ?? WHAT_FAILED[stage]}: ${reason}`;
}
