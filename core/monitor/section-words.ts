// Read by the form in the browser, too: nothing here may bring the schema library with it.
import { aspectsOf, changeLabel, usuallyTold } from "../change/change.ts";
import { isDialogueKind, stageName, type DialogueKind, type MonitorKind } from "../check/stage.ts";
import { ENDING_WORDS, INCIDENT_WORDS, MECHANISM_WORDS, REACH_WORDS } from "./monitor-form-words.ts";
import {
  kindTyped,
  NO_EXCEPTION,
  NO_LOGIN,
  slowField,
  timedStagesOf,
  type FormSection,
  type MonitorFormValues,
} from "./monitor-form.ts";

/** What a section says while it is as for most monitors of a kind. */
export function usualWords(kind: MonitorKind): Record<FormSection, string> {
  return {
    ending: `up to ${ENDING_WORDS[isDialogueKind(kind) ? kind : "smtp"].tls}`,
    reach: REACH_WORDS.any,
    certificate: "right in every way, and told 14 days before it ends",
    login: "none",
    envelope: "none",
    expectation: "none but those of a mail client",
    threshold: "none",
    alarm: usualAlarm(kind),
  };
}

function usualAlarm(kind: MonitorKind): string {
  if (kind === "domain") return "when it is down, or what it publishes changes";
  if (!isDialogueKind(kind)) return "when it is down";
  return `when it is down, its certificate ends soon, or ${kind === "pop3" ? "STLS" : "STARTTLS"} vanishes`;
}

/** What each section of the form holds, in words for its summary line; null where it is as usual. Long texts are cut. */
export function sectionWords(typed: MonitorFormValues): Record<FormSection, string | null> {
  const kind = dialogueKind(typed);
  return {
    ending: typed.until === "tls" ? null : `up to ${endingWords(kind, typed)}`,
    reach: typed.reach === "any" ? null : (REACH_WORDS[typed.reach as keyof typeof REACH_WORDS] ?? "?"),
    certificate: joined(certificateParts(typed)),
    login: loginWords(typed),
    envelope: joined(envelopeParts(typed)),
    expectation: joined(expectationParts(typed)),
    threshold: joined(
      timedStagesOf(kind).flatMap((stage) => part(typed[slowField(stage)], (ms) => `${stageName(stage)} ${ms} ms`)),
    ),
    alarm: joined(alarmParts(typed)),
  };
}

function endingWords(kind: DialogueKind, { until, folder }: MonitorFormValues): string {
  const words: Record<string, string> = ENDING_WORDS[kind];
  return [words[until] ?? "?", ...(until === "select" ? part(folder, (name) => `named ${name}`) : [])].join(" ");
}

/** What is no dialogue with one server has none of these sections but the alarms. */
function dialogueKind(typed: MonitorFormValues): DialogueKind {
  const kind = kindTyped(typed);
  return isDialogueKind(kind) ? kind : "smtp";
}

const MOST_CHARS = 40;

/** Something typed as it can stand in a line; nothing where nothing was typed. */
function part(typed: string, words: (text: string) => string): string[] {
  const text = typed.trim().replace(/\s+/g, " ");
  if (text === "") return [];
  return [words(text.length <= MOST_CHARS ? text : `${text.slice(0, MOST_CHARS - 1)}…`)];
}

function joined(parts: string[]): string | null {
  return parts.length === 0 ? null : parts.join(", ");
}

const EXCEPTED: Record<string, string> = {
  untrusted: "an unknown authority is fine",
  name: "another name is fine",
  expired: "an expired one is fine",
};

function certificateParts({ except, ca, pin, warnDays }: MonitorFormValues): string[] {
  return [
    ...(except === NO_EXCEPTION ? [] : [EXCEPTED[except] ?? "?"]),
    ...part(ca, () => "an authority of its own"),
    ...part(pin, () => "pinned"),
    ...part(warnDays, (days) => `told ${days} ${days === "1" ? "day" : "days"} before it ends`),
  ];
}

function loginWords({ mechanism, username }: MonitorFormValues): string | null {
  if (mechanism === NO_LOGIN) return null;
  const how = mechanism === "XOAUTH2" ? mechanism : (MECHANISM_WORDS[mechanism as keyof typeof MECHANISM_WORDS] ?? "?");
  return [how, ...part(username, (name) => `as ${name}`)].join(" ");
}

function envelopeParts({ sender, accepted, refused }: MonitorFormValues): string[] {
  return [
    ...part(accepted, (mailbox) => `${mailbox} is accepted`),
    ...part(refused, (mailbox) => `${mailbox} is refused`),
    ...part(sender, (mailbox) => `from ${mailbox}`),
  ];
}

function expectationParts(typed: MonitorFormValues): string[] {
  return [
    ...part(typed.banner, (text) => `greets with “${text}”`),
    ...part(typed.ehlo, (text) => `answers EHLO with “${text}”`),
    ...part(typed.offers, (keywords) => `offers ${keywords}`),
    ...part(typed.offersNot, (keywords) => `not ${keywords}`),
    ...part(typed.offersNotInClear, (keywords) => `no ${keywords} in the clear`),
    ...part(typed.sizeBytes, (bytes) => `takes messages of ${bytes} bytes`),
    ...part(typed.fineCodes, (codes) => `${codes} counts as fine`),
  ];
}

function alarmParts({ kind, incidentFrom, tellOf }: MonitorFormValues): string[] {
  const incident = `when it is ${INCIDENT_WORDS[incidentFrom as keyof typeof INCIDENT_WORDS] ?? "?"}`;
  const aspects = aspectsOf(kindTyped({ kind }));
  if (aspects.length === 0) return incidentFrom === "down" ? [] : [incident];
  if (incidentFrom === "down" && tellOf === usuallyTold(kindTyped({ kind })).join(",")) return [];
  const told = aspects.filter((aspect) => tellOf.split(",").includes(aspect)).map((aspect) => changeLabel(aspect, kind));
  const changes = told.length === 0 ? "no changes" : `changes of: ${told.join(", ")}`;
  return [incident, changes];
}
