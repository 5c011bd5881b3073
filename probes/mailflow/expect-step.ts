import type { z } from "zod";
import type { Arrival, OwnMethod } from "#core/arrival/arrival.ts";
import { valuesOf } from "#core/arrival/header-field.ts";
import { readFields } from "#core/arrival/read-fields.ts";
import type { Reason, ReasonCode } from "#core/reason/reason.ts";
import { fillTemplate } from "#core/script/fill-template.ts";
import { firstGroup, replyProblem, textProblem } from "#core/script/matches.ts";
import type { expectStepSchema, setStepSchema } from "#core/script/other-steps.ts";
import { degradeRun, type Running } from "./running.ts";

type ExpectStep = z.infer<typeof expectStepSchema>;
type MessageStep = Extract<ExpectStep, { expect: "message" }>;

/** What is not as expected, and how bad that is where the step does not say. */
type Finding = { code: Extract<ReasonCode, "expect.reply" | "expect.message" | "delivery.late" | "delivery.junk">; detail: string };

const USUALLY_DEGRADED: readonly ReasonCode[] = ["delivery.late", "delivery.junk"];

/** Holds the last reply or the message that was found against what a step expects. What only degrades does not stop the script. */
export function expectStep(running: Running, step: ExpectStep): Reason | null {
  const finding = step.expect === "reply" ? replyFinding(running, step) : messageFinding(running, step);
  if (finding === null) return null;
  const { code, detail } = finding;
  const stage = code.startsWith("delivery.") ? "delivery" : "expect";
  const reason: Reason = { code, stage, reply: code === "expect.reply" ? running.reply : null, detail };
  const otherwise = step.otherwise ?? (USUALLY_DEGRADED.includes(code) ? "degraded" : "down");
  if (otherwise === "degraded") {
    degradeRun(running, reason);
    return null;
  }
  running.status = "down";
  return reason;
}

/** Gives variables their values, from texts or from the last reply. */
export function setStep(running: Running, { set }: z.infer<typeof setStepSchema>): Reason | null {
  for (const [name, value] of Object.entries(set)) {
    if (typeof value === "string") {
      running.values.set(name, fillTemplate(value, running.values));
      continue;
    }
    const found = running.reply === null ? null : firstGroup(value.fromReply, running.reply.lines.join("\n"));
    if (found === null) {
      const detail = `The reply holds nothing for the variable ${name}: it does not match ${value.fromReply}`;
      return { code: "expect.reply", stage: "expect", reply: running.reply, detail };
    }
    running.values.set(name, found);
  }
  return null;
}

function replyFinding({ reply }: Running, step: ExpectStep & { expect: "reply" }): Finding | null {
  if (reply === null) return { code: "expect.reply", detail: "There is no reply." };
  const problem = replyProblem(reply, step);
  return problem === null ? null : { code: "expect.reply", detail: problem };
}

function messageFinding(running: Running, step: MessageStep): Finding | null {
  const { found, sent } = running;
  if (found === null) return { code: "expect.message", detail: "There is no message." };
  const folder = step.folder === undefined ? found.folder : fillTemplate(step.folder, running.values);
  if (folder.toLowerCase() !== found.folder.toLowerCase()) {
    const detail = `It is in the folder ${found.folder}, expected was ${folder}.`;
    return { code: found.isJunk ? "delivery.junk" : "expect.message", detail };
  }
  const delayMs = found.arrivedAt - (sent?.at ?? found.arrivedAt);
  if (step.delay !== undefined && delayMs > step.delay) {
    return { code: "delivery.late", detail: `It took ${inSeconds(delayMs)}; at most ${inSeconds(step.delay)} are expected.` };
  }
  const detail = sizeProblem(running, step) ?? headerProblem(running, step) ?? verdictProblem(running.message, step);
  return detail === null ? null : { code: "expect.message", detail };
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

const NOT_FETCHED = "It was not fetched, so nobody can tell: a fetch step comes first.";

function sizeProblem({ found }: Running, { size }: MessageStep): string | null {
  if (size === undefined) return null;
  const bytes = found!.sizeBytes;
  if (bytes === null) return NOT_FETCHED;
  const { atLeast = 0, atMost = Infinity } = size;
  return bytes >= atLeast && bytes <= atMost ? null : `It has ${bytes} bytes.`;
}

function headerProblem({ found }: Running, { headers }: MessageStep): string | null {
  if (headers === undefined) return null;
  if (found!.raw === null) return NOT_FETCHED;
  const fields = readFields(found!.raw);
  for (const [name, expected] of Object.entries(headers)) {
    const values = valuesOf(fields, name);
    const problems = (values.length === 0 ? [""] : values).map((value) => textProblem(value, expected));
    if (problems.every((problem) => problem !== null)) return `${name}: ${problems[0]!}.`;
  }
  return null;
}

function verdictProblem(message: Arrival | null, step: MessageStep): string | null {
  for (const method of ["spf", "dkim", "dmarc"] as const satisfies readonly OwnMethod[]) {
    const wanted = step[method];
    if (wanted === undefined) continue;
    if (message === null) return NOT_FETCHED;
    const result = message.ours[method]?.result ?? "none";
    if (![wanted].flat().some((each) => each === result)) return `${method.toUpperCase()} says ${result}.`;
  }
  return null;
}
