import { parseBlocklistForm } from "../blocklist/parse-blocklist-form.ts";
import { isDialogueKind, MONITOR_KINDS, type DialogueKind, type MonitorKind } from "../check/stage.ts";
import { parseDomainForm } from "../domain/parse-domain-form.ts";
import { unicodeName } from "../domain/unicode-name.ts";
import { parseId } from "../form/parse-id.ts";
import { parseScriptForm } from "../script/parse-script-form.ts";
import { loginOf, loginSecretSchema } from "./login.ts";
import { maySecretStay } from "./may-secret-stay.ts";
import { formTarget, numberTyped } from "./monitor-form-target.ts";
import {
  CUSTOM_INTERVAL,
  MONITOR_FIELDS,
  NO_LOGIN,
  LEAST_INTERVALS,
  type MonitorField,
  type MonitorFormValues,
} from "./monitor-form.ts";
import { nameSchema, policySchema, targetSchema, TIME_LIMIT_S, type Policy, type Target } from "./monitor.ts";
import { parseTags } from "./tag.ts";

/**
 * The password or token of a draft: there is none and a stored one goes, the stored one stays (core/monitor/may-secret-stay.ts), or a new one was
 * typed. Of those of a script `some` may have been typed, by their names, and the others stay.
 */
export type DraftSecret =
  | { kind: "none" }
  | { kind: "stored" }
  | { kind: "new"; secret: string }
  | { kind: "some"; secrets: Readonly<Record<string, string>> };

/** What a filled-in form describes. It is checked from everywhere where no locations are named. */
export type MonitorDraft = {
  name: string;
  tags: string[];
  target: Target;
  policy: Policy;
  secret: DraftSecret;
  locationIds?: number[];
};

/** There is no password to log in with. */
export const PASSWORD_NEEDED = "Enter the password.";
/** There is a stored one, and where it would go has changed. */
export const PASSWORD_NEEDED_AGAIN =
  "The stored password stays only for the same server, port, TLS mode, user name and trusted certificates. Enter it again.";

/** One sentence for each field that is wrong. */
export type MonitorFormErrors = Partial<Record<MonitorField, string>>;

export type ParsedMonitorForm = { ok: true; draft: MonitorDraft } | { ok: false; errors: MonitorFormErrors };
export type ParsedTrialForm =
  | { ok: true; target: Target; timeLimitS: number; secret: DraftSecret }
  | { ok: false; errors: MonitorFormErrors };

/**
 * Reads the monitor form. The name may stay empty: it is the host then. `stored` is the target of the monitor that is edited, which keeps its
 * kind. All that is wrong is said at once.
 */
export function parseMonitorForm(values: MonitorFormValues, stored: Target | null = null): ParsedMonitorForm {
  const target = parseTarget(values, stored);
  const kind = kindOf(values, stored);
  const isTimed = !isOfOneServer(kind);
  const policy = policySchemaOf(kind).safeParse({
    intervalS: numberTyped(values.interval === CUSTOM_INTERVAL ? values.customIntervalS : values.interval),
    timeLimitS: isTimed ? TIME_LIMIT_S.max : numberTyped(values.timeLimitS),
    confirmations: numberTyped(values.confirmations),
    incidentFrom: values.incidentFrom,
    tellOf: values.tellOf === "" ? [] : values.tellOf.split(","),
  });
  const isNameFromHost = values.name.trim() === "";
  const host = isTimed && target.ok ? unicodeName(target.target.host) : values.host.trim();
  const name = nameSchema.safeParse(isNameFromHost ? host.slice(0, 100) : values.name);
  const tags = parseTags(values.tags);
  const locationIds = values.locations
    .split(",")
    .map(parseId)
    .filter((id) => id !== null);
  if (target.ok && policy.success && name.success && tags.ok) {
    return {
      ok: true,
      draft: {
        name: name.data,
        tags: tags.tags,
        target: target.target,
        policy: { ...policy.data, timeLimitS: target.timeLimitS ?? policy.data.timeLimitS },
        secret: target.secret,
        ...(locationIds.length === 0 ? {} : { locationIds }),
      },
    };
  }
  const targetErrors = target.ok ? {} : target.errors;
  const isHostWrong = targetErrors.host !== undefined || (isTimed && !target.ok);
  const errors: MonitorFormErrors = {
    ...targetErrors,
    ...sentences(policy.error, values),
    ...(tags.ok ? {} : { tags: tags.error }),
    ...(name.success || (isNameFromHost && isHostWrong) ? {} : { name: name.error.issues[0]!.message }),
  };
  return { ok: false, errors };
}

/** Reads only what "Try it" needs: the target, its secret and the time limit. */
export function parseTrialForm(values: MonitorFormValues, stored: Target | null = null): ParsedTrialForm {
  const target = parseTarget(values, stored);
  if (target.ok && target.timeLimitS !== undefined) return { ...target, timeLimitS: target.timeLimitS };
  if (!isOfOneServer(kindOf(values, stored))) return { ok: false, errors: target.ok ? {} : target.errors };
  const timeLimit = policySchema.pick({ timeLimitS: true }).safeParse({ timeLimitS: numberTyped(values.timeLimitS) });
  if (target.ok && timeLimit.success) return { ...target, timeLimitS: timeLimit.data.timeLimitS };
  return { ok: false, errors: { ...(target.ok ? {} : target.errors), ...sentences(timeLimit.error, values) } };
}

/** A target as its part of the form describes it. What is no dialogue with one server knows itself how long a check of it may take. */
export type ParsedTarget =
  | { ok: true; target: Target; secret: DraftSecret; timeLimitS?: number }
  | { ok: false; errors: MonitorFormErrors };

function parseTarget(values: MonitorFormValues, stored: Target | null): ParsedTarget {
  const kind = kindOf(values, stored);
  if (kind === undefined) return { ok: false, errors: { kind: "Choose what the server speaks." } };
  if (kind === "mailflow") return parseScriptForm(values, stored);
  if (kind === "domain") return parseDomainForm(values);
  if (kind === "blocklist") return parseBlocklistForm(values);
  const target = targetSchema.safeParse(formTarget(kind, values));
  const secret = parseSecret(values, target.data ?? null, stored);
  const until = unused(kind, values);
  if (target.success && typeof secret !== "string" && until === null) return { ok: true, target: target.data, secret };
  const errors: MonitorFormErrors = {
    ...(until === null ? {} : { until }),
    ...sentences(target.error, values),
    ...(typeof secret === "string" ? { password: secret } : {}),
  };
  return { ok: false, errors };
}

function kindOf({ kind }: MonitorFormValues, stored: Target | null): MonitorKind | undefined {
  return stored?.kind ?? MONITOR_KINDS.find((each) => each === kind);
}

function isOfOneServer(kind: MonitorKind | undefined): boolean {
  return kind === undefined || isDialogueKind(kind);
}

/** What is no dialogue with one server is not checked as often: a script may send a message, and the others ask many questions. */
function policySchemaOf(kind: MonitorKind | undefined) {
  if (kind === undefined || isDialogueKind(kind)) return policySchema;
  const { min, said } = LEAST_INTERVALS[kind];
  return policySchema.extend({ intervalS: policySchema.shape.intervalS.min(min, said) });
}

/** A login or an accept test that would never be run is a mistake: somebody believes that it is. */
function unused(kind: DialogueKind, { until, mechanism, accepted, refused }: MonitorFormValues): string | null {
  if (kind === "smtp" && until !== "accept" && accepted.trim() + refused.trim() !== "") {
    return "The check would end before the accept test below. Let it go up to the accept test, or empty the recipients.";
  }
  if (mechanism !== NO_LOGIN && !ENDINGS_WITH_LOGIN.includes(until)) {
    return "The check would end before the login below. Let it go up to the login, or choose no login.";
  }
  return null;
}

const ENDINGS_WITH_LOGIN: readonly string[] = ["auth", "accept", "login", "select", "list"];

/** The secret, or a sentence about what is wrong with it. Whether a stored one still fits is only asked of a target that is right. */
function parseSecret(values: MonitorFormValues, target: Target | null, stored: Target | null): DraftSecret | string {
  if (values.mechanism === NO_LOGIN) return { kind: "none" };
  if (values.password === "" && stored !== null && loginOf(stored) !== undefined) {
    return target === null || maySecretStay(stored, target) ? { kind: "stored" } : PASSWORD_NEEDED_AGAIN;
  }
  if (values.password === "") return PASSWORD_NEEDED;
  const secret = loginSecretSchema.safeParse(values.password);
  return secret.success ? { kind: "new", secret: secret.data } : secret.error.issues[0]!.message;
}

type Issues = { issues: { path: PropertyKey[]; message: string }[] };

function sentences(error: Issues | undefined, values: MonitorFormValues): MonitorFormErrors {
  const errors: MonitorFormErrors = {};
  for (const { path, message } of error?.issues ?? []) {
    const field = fieldOf(path.map(String), values);
    if (field !== undefined) errors[field] ??= message;
  }
  return errors;
}

/** The field in which a part of the target or the policy was typed. */
function fieldOf([group = "", part = ""]: string[], values: MonitorFormValues): MonitorField | undefined {
  if (group === "intervalS") return values.interval === CUSTOM_INTERVAL ? "customIntervalS" : "interval";
  const name = { envelope: part === "from" ? "sender" : part, slowMs: `slow-${part}`, login: part, trust: part, expect: part }[
    group
  ];
  return MONITOR_FIELDS.find((field) => field === (name ?? group));
}
