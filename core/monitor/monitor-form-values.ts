import {
  CUSTOM_INTERVAL,
  NO_EXCEPTION,
  NO_LOGIN,
  PRESET_INTERVALS_S,
  slowField,
  TIMED_STAGES,
  type MonitorFormValues,
  type TimedStage,
} from "./monitor-form.ts";
import { DEFAULT_POLICY, isDialogue, type Policy, type DialogueTarget, type SmtpTarget, type Target } from "./monitor.ts";
import type { Thresholds } from "./threshold.ts";

/** The form as it opens for a new monitor: mail in on port 25, with STARTTLS where it is offered. */
export function newMonitorValues(host: string, ehloName: string): MonitorFormValues {
  return formValuesOf("", { kind: "smtp", host, port: 25, tls: "starttls", ehloName }, DEFAULT_POLICY);
}

/** The form as it opens for a monitor that exists. The password is never among what it opens with. */
export function formValuesOf(
  name: string,
  target: Target,
  policy: Policy,
  tags: readonly string[] = [],
  locationIds: readonly number[] = [],
): MonitorFormValues {
  return { name, tags: listed(tags), locations: locationIds.join(","), ...targetValues(target), ...policyValues(policy) };
}

function policyValues({ intervalS, timeLimitS, confirmations, incidentFrom, tellOf }: Policy) {
  const isPreset = PRESET_INTERVALS_S.some((preset) => preset === intervalS);
  return {
    interval: isPreset ? String(intervalS) : CUSTOM_INTERVAL,
    customIntervalS: isPreset ? "" : String(intervalS),
    timeLimitS: String(timeLimitS),
    confirmations: String(confirmations),
    incidentFrom,
    tellOf: tellOf.join(","),
  };
}

/** What only a target of one server has is as it opens with where there is none. */
function targetValues(target: Target) {
  if (isDialogue(target)) return dialogueValues(target);
  const none = dialogueValues({ kind: "smtp", host: "", port: 25, tls: "starttls", ehloName: "" });
  if (target.kind === "mailflow") return { ...none, kind: target.kind, script: target.script };
  if (target.kind === "blocklist") {
    return { ...none, kind: target.kind, entries: target.entries.join("\n"), lists: (target.lists ?? []).join(",") };
  }
  const { kind, host, ehloName, selectors, senders, tests } = target;
  return {
    ...none,
    kind,
    host,
    ehloName,
    selectors: listed(selectors),
    senders: listed(senders),
    tests: tests.join(","),
  };
}

function dialogueValues(target: DialogueTarget) {
  const { kind, login, trust = {}, expect = {}, slowMs = {} } = target;
  return {
    kind,
    host: target.host,
    port: String(target.port),
    tls: target.tls,
    until: target.until ?? "tls",
    reach: target.reach ?? "any",
    except: trust.except ?? NO_EXCEPTION,
    ca: trust.ca ?? "",
    pin: trust.pin ?? "",
    warnDays: written(trust.warnDays),
    mechanism: login?.mechanism ?? NO_LOGIN,
    username: login?.username ?? "",
    password: "",
    banner: expect.banner ?? "",
    offers: listed(expect.offers),
    offersNot: listed(expect.offersNot),
    offersNotInClear: listed(expect.offersNotInClear),
    script: "",
    secrets: "",
    selectors: "",
    senders: "",
    tests: "",
    entries: "",
    lists: "",
    ...smtpValues(kind === "smtp" ? target : {}),
    folder: (kind === "imap" ? target.folder : undefined) ?? "",
    ...thresholdValues(slowMs),
  };
}

function smtpValues({ ehloName = "", envelope, expect = {} }: Partial<SmtpTarget>) {
  return {
    ehloName,
    sender: envelope?.from ?? "",
    accepted: envelope?.accepted ?? "",
    refused: envelope?.refused ?? "",
    ehlo: expect.ehlo ?? "",
    sizeBytes: written(expect.sizeBytes),
    fineCodes: listed(expect.fineCodes),
  };
}

function thresholdValues(slowMs: Thresholds) {
  type Typed = Record<ReturnType<typeof slowField<TimedStage>>, string>;
  return Object.fromEntries(TIMED_STAGES.map((stage) => [slowField(stage), written(slowMs[stage])])) as Typed;
}

function written(number: number | undefined): string {
  return number === undefined ? "" : String(number);
}

function listed(several: readonly (string | number)[] = []): string {
  return several.join(", ");
}
