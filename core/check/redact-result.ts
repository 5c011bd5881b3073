import type { Secrets } from "../transcript/secrets.ts";
import type { CheckResult } from "./result.ts";

/**
 * A result without the secrets of its check, in whatever a server said or we said of it: the last gate before anybody sees it. The lines
 * of its transcript were redacted when they were made.
 */
export function redactResult(result: CheckResult, secrets: Secrets): CheckResult {
  if (secrets.isEmpty) return result;
  const told = (text: string) => secrets.takenOutOf(text);
  const { reason, stages, facts } = result;
  return {
    ...result,
    reason: reason && {
      ...reason,
      reply: reason.reply && { ...reason.reply, lines: reason.reply.lines.map(told) },
      detail: reason.detail && told(reason.detail),
    },
    stages: stages.map((stage) => ({ ...stage, reply: stage.reply && { ...stage.reply, text: told(stage.reply.text) } })),
    facts: {
      ...facts,
      banner: facts.banner && told(facts.banner),
      capabilities: facts.capabilities.map(told),
      certificate: everyText(facts.certificate, told),
      ...(facts.flow === undefined ? {} : { flow: everyText(facts.flow, told) }),
    },
    warnings: result.warnings.map(told),
  };
}

/** The same value, with each text in it told. */
function everyText<Value>(value: Value, told: (text: string) => string): Value {
  if (typeof value === "string") return told(value) as Value;
  if (Array.isArray(value)) return value.map((each) => everyText(each, told)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everyText(each, told)])) as Value;
}
