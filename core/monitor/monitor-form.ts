// The form runs in the browser: nothing here may bring the schema library with it.
import { usuallyTold } from "../change/change.ts";
import {
  isDialogueKind,
  MONITOR_KINDS,
  STAGES,
  STAGES_OF,
  type DialogueKind,
  type MonitorKind,
  type Stage,
} from "../check/stage.ts";
import { typedValues } from "../form/form-state.ts";
import type { TlsMode } from "./monitor.ts";

/** The kind that stands in a form; what no form could have sent counts as SMTP. */
export function kindTyped({ kind }: Pick<MonitorFormValues, "kind">): MonitorKind {
  return MONITOR_KINDS.find((each) => each === kind) ?? "smtp";
}

/** The stages a threshold can be given for: all that a check passes through. It never sends a message. */
export type TimedStage = Exclude<Stage, "data">;
const isTimed = (stage: Stage): stage is TimedStage => stage !== "data";
export const TIMED_STAGES = STAGES.filter(isTimed);

/** Those of them that a check of a kind passes through. */
export function timedStagesOf(kind: DialogueKind): TimedStage[] {
  return (STAGES_OF[kind] as readonly Stage[]).filter(isTimed);
}

/** The field of a stage's threshold. */
export const slowField = <S extends TimedStage>(stage: S): `slow-${S}` => `slow-${stage}`;

/** What always stands open in the form: the target, how often and how patiently. */
const MAIN_FIELDS = [
  "kind",
  "name",
  "tags",
  "host",
  "port",
  "tls",
  "ehloName",
  "script",
  "secrets",
  "selectors",
  "senders",
  "tests",
  "entries",
  "lists",
  "interval",
  "customIntervalS",
  "timeLimitS",
  "confirmations",
  "locations",
] as const;

/** What most monitors leave as usual, by the section of the form it stands in. Not every kind has each of them. */
export const SECTION_FIELDS = {
  ending: ["until", "folder"],
  reach: ["reach"],
  certificate: ["except", "ca", "pin", "warnDays"],
  login: ["mechanism", "username", "password"],
  envelope: ["sender", "accepted", "refused"],
  expectation: ["banner", "ehlo", "offers", "offersNot", "offersNotInClear", "sizeBytes", "fineCodes"],
  threshold: TIMED_STAGES.map(slowField),
  alarm: ["incidentFrom", "tellOf"],
} as const;
export type FormSection = keyof typeof SECTION_FIELDS;

/** The fields of the monitor form, by the names they have in the page. */
export type MonitorField = (typeof MAIN_FIELDS)[number] | (typeof SECTION_FIELDS)[FormSection][number];
export const MONITOR_FIELDS: readonly MonitorField[] = [...MAIN_FIELDS, ...Object.values(SECTION_FIELDS).flat()];

/** The ticked channels of the form, their ids joined by commas: a value of its own, because a form sends one for each tick. */
export const CHANNELS_FIELD = "channels";

/** The escalation policy of the monitor's own, by its id; empty for none. */
export const ESCALATION_FIELD = "escalationPolicy";

/** What stands in the form, as typed. What is ticked of several is joined by commas. */
export type MonitorFormValues = Record<MonitorField, string>;

/** The field of the password that a script calls by this name. */
export const secretField = (name: string): `secret-${string}` => `secret-${name}`;

/** The passwords that were typed for a script, by their names, as JSON. */
function secretsTyped(form: FormData): string {
  const typed = [...form.entries()].filter(([field, value]) => field.startsWith(secretField("")) && value !== "");
  return JSON.stringify(Object.fromEntries(typed.map(([field, value]) => [field.slice(secretField("").length), value])));
}

/** What was typed into the form. A field that was not sent is empty. */
export function monitorFormValues(form: FormData): MonitorFormValues {
  const ticked = (name: string) =>
    form
      .getAll(name)
      .filter((each) => typeof each === "string")
      .join(",");
  const typed: Partial<Record<string, string>> = {
    ...typedValues(form),
    secrets: secretsTyped(form),
    tests: ticked("tests"),
    lists: ticked("lists"),
    tellOf: ticked("tellOf"),
    locations: ticked("locations"),
  };
  return Object.fromEntries(MONITOR_FIELDS.map((field) => [field, typed[field] ?? ""])) as MonitorFormValues;
}

/** The intervals offered by name, in seconds; every other one is typed in under `CUSTOM_INTERVAL`. */
export const PRESET_INTERVALS_S = [10, 30, 60, 300, 900, 3_600, 21_600, 86_400] as const;
export const CUSTOM_INTERVAL = "custom";

/** The confirmations offered: every number a policy may have (core/monitor/monitor.ts CONFIRMATIONS). */
export const CONFIRMATION_CHOICES = [0, 1, 2, 3, 4, 5] as const;

/** What is chosen where a certificate gets no exception, and where a check does not log in. */
export const NO_EXCEPTION = "none";
export const NO_LOGIN = "none";

/** The ending that a form with these values opens with for a kind: what one kind calls an ending another may not have. */
export function openingEnding(kind: MonitorKind, values: Partial<Record<string, string>>): string {
  return (values.kind === kind && values.until) || "tls";
}

/** The changes that a form with these values opens with as told, for a kind: what changes of one kind another may not have. */
export function openingTellOf(kind: MonitorKind, values: Partial<Record<string, string>>): string {
  return values.kind === kind ? (values.tellOf ?? "") : usuallyTold(kind).join(",");
}

/** The least seconds between two checks of what asks more than one server, and what is said of less: a run of a script may send a message. */
export const LEAST_INTERVALS: Record<Exclude<MonitorKind, DialogueKind>, { min: number; usual: number; said: string }> = {
  mailflow: { min: 60, usual: 300, said: "A script is run once a minute at most." },
  domain: { min: 300, usual: 3_600, said: "A domain is checked once in 5 minutes at most." },
  blocklist: { min: 900, usual: 900, said: "Blocklists are asked once in 15 minutes at most." },
};

/** The least seconds between two checks of a kind. */
export function leastIntervalS(kind: MonitorKind): number {
  return isDialogueKind(kind) ? PRESET_INTERVALS_S[0] : LEAST_INTERVALS[kind].min;
}

/** The interval that a form opens with for a kind: the usual one where what was chosen is of a kind that is checked more often. */
export function openingInterval(kind: MonitorKind, interval: string): string {
  const isKept = isDialogueKind(kind) || interval === CUSTOM_INTERVAL || Number(interval) >= LEAST_INTERVALS[kind].min;
  return isKept ? interval : String(LEAST_INTERVALS[kind].usual);
}

/** The folder every mailbox has (RFC 9051 section 5.1). */
export const USUAL_FOLDER = "INBOX";

/** The ports a kind lives on, and with TLS from the first byte (RFC 8314): between servers, and for people who read their mail. */
const PORTS: Record<DialogueKind, { clear: string; implicit: string }> = {
  smtp: { clear: "25", implicit: "465" },
  imap: { clear: "143", implicit: "993" },
  pop3: { clear: "110", implicit: "995" },
};

/** The port a kind usually lives on, by its TLS mode. */
export function usualPort(kind: DialogueKind, tls: TlsMode): string {
  return PORTS[kind][tls === "implicit" ? "implicit" : "clear"];
}

/** Whether a port is one that nobody chose, but that goes with some kind and TLS mode, or none. */
export function isUsualPort(port: string): boolean {
  return port === "" || Object.values(PORTS).some(({ clear, implicit }) => port === clear || port === implicit);
}

/** How a kind usually comes to TLS: people read their mail through TLS from the first byte (RFC 8314 section 3), servers have no such port for each other. */
export function usualTls(kind: DialogueKind): TlsMode {
  return kind === "smtp" ? "starttls" : "implicit";
}
