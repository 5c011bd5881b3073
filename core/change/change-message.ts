import type { ChangeMessage } from "../message/message.ts";
import type { Target } from "../monitor/monitor.ts";
import { targetText } from "../monitor/target-text.ts";
import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";
import type { Change } from "./change.ts";

/** What a message about changes is made from. `at` is epoch milliseconds; `baseUrl` is where users reach the dashboard. */
export type ChangeFacts = {
  monitorId: number;
  monitorName: string;
  target: Target;
  at: number;
  changes: readonly Change[];
  baseUrl: string;
};

const MAX_NAME_CHARS = 100;
const MAX_TEXT_CHARS = 300;
const MAX_LISTED = 50;

/** The message that one check noticed changes. */
export function changeMessage({ monitorId, monitorName, target, at, changes, baseUrl }: ChangeFacts): ChangeMessage {
  return {
    kind: "change",
    monitorId,
    monitorName: shortened(visibleText(monitorName), MAX_NAME_CHARS),
    monitorKind: target.kind,
    host: target.host,
    target: targetText(target),
    at: new Date(at).toISOString(),
    changes: changes.map((change) => shown(change) as Change),
    url: new URL(`/monitors/${monitorId}`, baseUrl).href,
  };
}

/** What others wrote, fit for any channel, however deep it stands. */
function shown(value: unknown): unknown {
  if (typeof value === "string") return shortened(visibleText(value), MAX_TEXT_CHARS);
  if (Array.isArray(value)) return value.slice(0, MAX_LISTED).map(shown);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown(each)]));
}
