import type { MonitorFormValues } from "../monitor/monitor-form.ts";
import type { MonitorFormErrors, ParsedTarget } from "../monitor/parse-monitor-form.ts";
import { listTyped } from "../text/list-typed.ts";
import { blocklistTargetSchema, listableSchema } from "./blocklist-target.ts";

/** How long one check may take, in seconds: the questions of a slot are spread over it. A window is given up after five minutes. */
export const BLOCKLIST_TIME_LIMIT_S = 240;

/** Reads the entries of the form, and which lists are asked: all that fit where none is chosen. */
export function parseBlocklistForm({ entries: typed, lists }: MonitorFormValues): ParsedTarget {
  const entries = [...new Set(listTyped(typed).map((entry) => listableSchema.safeParse(entry).data ?? entry))];
  const parsed = blocklistTargetSchema.safeParse({
    kind: "blocklist",
    host: entries[0] ?? "",
    entries,
    ...(lists === "" ? {} : { lists: lists.split(",") }),
  });
  if (parsed.success) return { ok: true, target: parsed.data, secret: { kind: "none" }, timeLimitS: BLOCKLIST_TIME_LIMIT_S };
  const errors: MonitorFormErrors = {};
  for (const { path, message } of parsed.error.issues.toSorted((one, other) => Number(isOfHost(one)) - Number(isOfHost(other)))) {
    const field = path[0] === "lists" ? "lists" : "entries";
    errors[field] ??= message;
  }
  return { ok: false, errors };
}

/** The host is the first entry, of which more is said under its own name. */
function isOfHost({ path }: { path: PropertyKey[] }): boolean {
  return path[0] === "host";
}
