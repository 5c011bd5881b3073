// The form runs in the browser: nothing here may bring the schema library with it.
import { typedValues } from "./form-state.ts";
import type { SmtpTarget } from "./monitor.ts";
import { STAGES_OF } from "./stage.ts";

/** The stages a threshold can be given for: all that a check passes through. It never sends a message. */
export type TimedStage = Exclude<(typeof STAGES_OF.smtp)[number], "data">;
export const TIMED_STAGES = STAGES_OF.smtp.filter((stage): stage is TimedStage => stage !== "data");

/** The field of a stage's threshold. */
export const slowField = <S extends TimedStage>(stage: S): `slow-${S}` => `slow-${stage}`;

/** What always stands open in the form: the target, how often and how patiently. */
const MAIN_FIELDS = [
  "name",
  "tags",
  "host",
  "port",
  "tls",
  "ehloName",
  "interval",
  "customIntervalS",
  "timeLimitS",
  "confirmations",
  "locations",
] as const;

/** What most monitors leave as usual, by the section of the form it stands in. */
export const SECTION_FIELDS = {
  ending: ["until"],
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

/** What was typed into the form. A field that was not sent is empty. */
export function monitorFormValues(form: FormData): MonitorFormValues {
  const ticked = (name: string) =>
    form
      .getAll(name)
      .filter((each) => typeof each === "string")
      .join(",");
  const typed: Partial<Record<string, string>> = { ...typedValues(form), tellOf: ticked("tellOf"), locations: ticked("locations") };
  return Object.fromEntries(MONITOR_FIELDS.map((field) => [field, typed[field] ?? ""])) as MonitorFormValues;
}

/** The intervals offered by name, in seconds; every other one is typed in under `CUSTOM_INTERVAL`. */
export const PRESET_INTERVALS_S = [10, 30, 60, 300, 900, 3_600, 21_600, 86_400] as const;
export const CUSTOM_INTERVAL = "custom";

/** The confirmations offered: every number a policy may have (core/monitor.ts CONFIRMATIONS). */
export const CONFIRMATION_CHOICES = [0, 1, 2, 3, 4, 5] as const;

/** What is chosen where a certificate gets no exception, and where a check does not log in. */
export const NO_EXCEPTION = "none";
export const NO_LOGIN = "none";

/** The port a TLS mode usually lives on: 465 with TLS from the first byte (RFC 8314), 25 between servers. */
export function usualPort(tls: SmtpTarget["tls"]): string {
  return tls === "implicit" ? "465" : "25";
}
