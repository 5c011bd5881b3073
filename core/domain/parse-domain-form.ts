import type { MonitorFormValues } from "../monitor/monitor-form.ts";
import type { MonitorFormErrors, ParsedTarget } from "../monitor/parse-monitor-form.ts";
import { listTyped } from "../text/list-typed.ts";
import { domainTargetSchema, type DomainTarget } from "./domain-target.ts";

/** How long a check of a whole domain may take, in seconds: every mail server is met, some at a time. */
export const DOMAIN_TIME_LIMIT_S = 60;

/** Reads the domain of the form. */
export function parseDomainForm({ host, ehloName, selectors, senders, tests }: MonitorFormValues): ParsedTarget {
  const parsed = domainTargetSchema.safeParse({
    kind: "domain",
    host,
    ehloName,
    selectors: listTyped(selectors),
    senders: listTyped(senders),
    tests: tests === "" ? [] : tests.split(","),
  });
  if (parsed.success) {
    const target: DomainTarget = parsed.data;
    return { ok: true, target, secret: { kind: "none" }, timeLimitS: DOMAIN_TIME_LIMIT_S };
  }
  const errors: MonitorFormErrors = {};
  for (const { path, message } of parsed.error.issues) {
    const field = (["host", "ehloName", "selectors", "senders", "tests"] as const).find((each) => each === path[0]);
    if (field !== undefined) errors[field] ??= message;
  }
  return { ok: false, errors };
}
