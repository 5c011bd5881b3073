import { NO_EXCEPTION, NO_LOGIN, slowField, TIMED_STAGES, type MonitorFormValues } from "./monitor-form.ts";

/**
 * The target a form describes, for core/monitor.ts smtpTargetSchema to judge. What is as usual, or empty, is left out, so that a target
 * only holds what somebody wanted.
 */
export function formTarget(values: MonitorFormValues) {
  const { host, port, tls, ehloName, until, reach } = values;
  return {
    kind: "smtp",
    host,
    port: numberTyped(port),
    tls,
    ehloName,
    until: until === "tls" ? undefined : until,
    reach: reach === "any" ? undefined : reach,
    login: values.mechanism === NO_LOGIN ? undefined : { mechanism: values.mechanism, username: values.username },
    envelope: envelope(values),
    trust: filled({
      except: values.except === NO_EXCEPTION ? undefined : values.except,
      ca: text(values.ca)?.replaceAll("\r\n", "\n"),
      pin: text(values.pin),
      warnDays: number(values.warnDays),
    }),
    expect: filled({
      banner: text(values.banner),
      ehlo: text(values.ehlo),
      offers: list(values.offers),
      offersNot: list(values.offersNot),
      offersNotInClear: list(values.offersNotInClear),
      sizeBytes: number(values.sizeBytes),
      fineCodes: list(values.fineCodes, /[\s,;]+/)?.map(numberTyped),
    }),
    slowMs: filled(Object.fromEntries(TIMED_STAGES.map((stage) => [stage, number(values[slowField(stage)])]))),
  };
}

/** Only digits become a number: an empty field is not 0, and "0x19" and "1e1" are not ports. */
export function numberTyped(typed: string): string | undefined {
  return /^\s*-?\d+(\.\d+)?\s*$/.test(typed) ? typed : undefined;
}

/** The accept test, once it is chosen or anything is typed into it. */
function envelope({ until, sender, accepted, refused }: MonitorFormValues) {
  const typed = { accepted: text(accepted), refused: text(refused) };
  return until === "accept" || filled({ ...typed, from: text(sender) }) !== undefined ? { from: sender, ...typed } : undefined;
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
