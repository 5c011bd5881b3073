import type { DialogueKind } from "../check/stage.ts";
import { NO_EXCEPTION, NO_LOGIN, slowField, timedStagesOf, type MonitorFormValues } from "./monitor-form.ts";

/**
 * The target of this kind that a form describes, for core/monitor/monitor.ts targetSchema to judge. What is as usual, or empty, is left out, so that a
 * target only holds what somebody wanted; and so is what this kind has not.
 */
export function formTarget(kind: DialogueKind, values: MonitorFormValues) {
  const { host, port, tls, until, reach } = values;
  const shared = {
    kind,
    host,
    port: numberTyped(port),
    tls,
    until: until === "tls" ? undefined : until,
    reach: reach === "any" ? undefined : reach,
    login: values.mechanism === NO_LOGIN ? undefined : { mechanism: values.mechanism, username: values.username },
    trust: filled({
      except: values.except === NO_EXCEPTION ? undefined : values.except,
      ca: text(values.ca)?.replaceAll("\r\n", "\n"),
      pin: text(values.pin),
      warnDays: number(values.warnDays),
    }),
    expect: filled({ ...expectation(values), ...(kind === "smtp" ? smtpExpectation(values) : {}) }),
    slowMs: filled(Object.fromEntries(timedStagesOf(kind).map((stage) => [stage, number(values[slowField(stage)])]))),
  };
  if (kind === "smtp") return { ...shared, ehloName: values.ehloName, envelope: envelope(values) };
  return kind === "imap" ? { ...shared, folder: folder(values) } : shared;
}

/** Only digits become a number: an empty field is not 0, and "0x19" and "1e1" are not ports. */
export function numberTyped(typed: string): string | undefined {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(typed) ? typed : undefined;
}

function expectation({ banner, offers, offersNot, offersNotInClear }: MonitorFormValues) {
  return { banner: text(banner), offers: list(offers), offersNot: list(offersNot), offersNotInClear: list(offersNotInClear) };
}

function smtpExpectation({ ehlo, sizeBytes, fineCodes }: MonitorFormValues) {
  return { ehlo: text(ehlo), sizeBytes: number(sizeBytes), fineCodes: list(fineCodes, /[\s,;]+/)?.map(numberTyped) };
}

/** The accept test, once it is chosen or anything is typed into it. */
function envelope({ until, sender, accepted, refused }: MonitorFormValues) {
  const typed = { accepted: text(accepted), refused: text(refused) };
  return until === "accept" || filled({ ...typed, from: text(sender) }) !== undefined ? { from: sender, ...typed } : undefined;
}

/** The folder that is opened; the form shows it only where one is. */
function folder({ until, folder: typed }: MonitorFormValues): string | undefined {
  return until === "select" ? text(typed) : undefined;
}

function text(typed: string): string | undefined {
  return typed.trim() === "" ? undefined : typed;
}

/** A number that may be left out; what is no number is no number to the schema either. */
function number(typed: string): string | undefined {
  return typed.trim() === "" ? undefined : (numberTyped(typed) ?? "none");
}

/** Several in one field, with commas between them. */
function list(typed: string, between: RegExp = /[,;\n]/): string[] | undefined {
  const parts = typed.split(between).filter((part) => part.trim() !== "");
  return parts.length === 0 ? undefined : parts;
}

/** A group of which something is filled in, without the rest; undefined where nothing is. */
function filled<T extends object>(group: T): Partial<T> | undefined {
  const parts = Object.entries(group).filter(([, value]) => value !== undefined);
  return parts.length === 0 ? undefined : (Object.fromEntries(parts) as Partial<T>);
}
