import type { Arrival } from "../arrival/arrival.ts";
import { spanText } from "../script/span.ts";
import type { Step } from "../script/step.ts";

/** Where a step stands in its script: `always` is what is done however the others ended. */
export type StepPlace = { list: "steps" | "always"; index: number };

/**
 * What became of a step. `says` is the step in words ("imap: search INBOX"), or what people call it; `ms` how long it took. What was not done
 * because an earlier one failed is `skipped`; where something was wrong and the script went on, it is `degraded`.
 */
export type FlowStep = StepPlace & { says: string; outcome: "done" | "degraded" | "failed" | "skipped"; ms: number };

/** A message of an earlier run that was found by this one: `delayMs` is from its sending to its arrival. */
export type LateMessage = { token: string; delayMs: number; folder: string };

/**
 * What a run of a script did. `token` is that of its message, `message` what became of it, null where none was sent or found; `late` are
 * messages of earlier runs that were found on the way.
 */
export type Flow = { token: string; steps: FlowStep[]; message: Arrival | null; late: LateMessage[] };

/** A step in words, as short as a line of a list. */
export function stepInWords(step: Step): string {
  if ("smtp" in step)
    return words("smtp", step.smtp, "server" in step ? step.server : "to" in step ? step.to : "line" in step ? step.line : "");
  if ("imap" in step)
    return words("imap", step.imap, "server" in step ? step.server : "folders" in step ? step.folders.join(", ") : "");
  if ("pop3" in step) return words("pop3", step.pop3, "server" in step ? step.server : "");
  if ("inbound" in step) return words("inbound", step.inbound);
  if ("wait" in step) return words("wait", spanText(step.wait));
  if ("expect" in step) return words("expect", step.expect);
  return words("set", Object.keys(step.set).join(", "));
}

function words(kind: string, ...rest: string[]): string {
  return `${kind}: ${rest.filter((word) => word !== "").join(" ")}`;
}
