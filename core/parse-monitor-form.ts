import type { z } from "zod";
import { CUSTOM_INTERVAL, MONITOR_FIELDS, type MonitorField, type MonitorFormValues } from "./monitor-form.ts";
import { nameSchema, policySchema, smtpTargetSchema, type Policy, type SmtpTarget } from "./monitor.ts";

/** What a filled-in form describes. */
export type MonitorDraft = { name: string; target: SmtpTarget; policy: Policy };

/** One sentence for each field that is wrong. */
export type MonitorFormErrors = Partial<Record<MonitorField, string>>;

export type ParsedMonitorForm = { ok: true; draft: MonitorDraft } | { ok: false; errors: MonitorFormErrors };

/** Reads the monitor form. The name may stay empty: it is the host then. All that is wrong is said at once. */
export function parseMonitorForm(values: MonitorFormValues): ParsedMonitorForm {
  const target = parseTarget(values);
  const policy = policySchema.safeParse({
    intervalS: filledIn(values.interval === CUSTOM_INTERVAL ? values.customIntervalS : values.interval),
    timeLimitS: filledIn(values.timeLimitS),
    confirmations: filledIn(values.confirmations),
  });
  const name = nameSchema.safeParse(values.name.trim() === "" ? hostAsName(values.host) : values.name);
  if (target.success && policy.success && name.success) {
    return { ok: true, draft: { name: name.data, target: target.data, policy: policy.data } };
  }
  const isHostWrong = target.error?.issues.some((issue) => issue.path[0] === "host") ?? false;
  const isNameFromHost = values.name.trim() === "";
  const errors: MonitorFormErrors = {
    ...sentences(target.error, values),
    ...sentences(policy.error, values),
    ...(name.success || (isNameFromHost && isHostWrong) ? {} : { name: name.error.issues[0]!.message }),
  };
  return { ok: false, errors };
}

/** Reads only what "Try it" needs: the target and the time limit. */
export function parseTrialForm(
  values: MonitorFormValues,
): { ok: true; target: SmtpTarget; timeLimitS: number } | { ok: false; errors: MonitorFormErrors } {
  const target = parseTarget(values);
  const timeLimit = policySchema.pick({ timeLimitS: true }).safeParse({ timeLimitS: filledIn(values.timeLimitS) });
  if (target.success && timeLimit.success) return { ok: true, target: target.data, timeLimitS: timeLimit.data.timeLimitS };
  return { ok: false, errors: { ...sentences(target.error, values), ...sentences(timeLimit.error, values) } };
}

function parseTarget(values: MonitorFormValues) {
  const { host, tls, ehloName } = values;
  return smtpTargetSchema.safeParse({ kind: "smtp", host, port: filledIn(values.port), tls, ehloName });
}

/** Only digits become a number: an empty field is not 0, and "0x19" and "1e1" are not ports. */
function filledIn(text: string): string | undefined {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? text : undefined;
}

function hostAsName(host: string): string {
  return host.trim().slice(0, 100);
}

function sentences(error: z.ZodError | undefined, values: MonitorFormValues): MonitorFormErrors {
  const errors: MonitorFormErrors = {};
  for (const issue of error?.issues ?? []) {
    const field = fieldOf(String(issue.path[0]), values);
    if (field !== undefined) errors[field] ??= issue.message;
  }
  return errors;
}

function fieldOf(path: string, values: MonitorFormValues): MonitorField | undefined {
  if (path === "intervalS") return values.interval === CUSTOM_INTERVAL ? "customIntervalS" : "interval";
  return MONITOR_FIELDS.find((field) => field === path);
}
