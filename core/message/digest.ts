import { changeSentence } from "../change/change-text.ts";
import { durationWords } from "../text/duration.ts";
import { shortened } from "../text/shortened.ts";
import { outageMs, reasonInShort, turnsInShort } from "./message-subject.ts";
import {
  DIGEST_STATES,
  type ChangeMessage,
  type DigestEntry,
  type DigestMessage,
  type IncidentMessage,
  type MessageKind,
} from "./message.ts";

const MAX_CHANGE_CHARS = 120;

/** What a digest needs of the messages it is made of. A digest that did not get through is one of them. */
export type Gathered = Omit<IncidentMessage, "diagnosis" | "lines"> | ChangeMessage | DigestMessage;

const GATHERED: readonly MessageKind[] = [
  "incident_opened",
  "incident_worsened",
  "incident_flapping",
  "incident_resolved",
  "change",
  "digest",
] satisfies Gathered["kind"][];

/** Whether messages of a kind are counted and gathered. What somebody has asked for is waited for. */
export function isGathered(kind: MessageKind): boolean {
  return GATHERED.includes(kind);
}

/**
 * Several messages in one, oldest first. What is told of an incident twice stands there once, as it is last; `baseUrl` is where users reach the
 * dashboard.
 */
export function digestOf(messages: readonly Gathered[], baseUrl: string): DigestMessage {
  const latest = new Map<string, DigestEntry>();
  for (const entry of messages.flatMap(entriesOf)) {
    const about = entry.state === "change" ? `${entry.url} ${entry.what}` : entry.url;
    latest.delete(about); // stands where it was told last
    latest.set(about, entry);
  }
  const entries = DIGEST_STATES.flatMap((state) => [...latest.values()].filter((entry) => entry.state === state));
  const hasOpen = entries.some(({ state }) => state !== "over" && state !== "change");
  return { kind: "digest", entries, url: new URL(hasOpen ? "/incidents?state=open" : "/incidents", baseUrl).href };
}

function entriesOf(message: Gathered): DigestEntry[] {
  if (message.kind === "digest") return message.entries;
  const { monitorName, target, url } = message;
  if (message.kind === "change") {
    const inShort = message.changes.map((change) =>
      shortened(changeSentence(message.host, change, message.monitorKind), MAX_CHANGE_CHARS),
    );
    return inShort.map((what) => ({ state: "change", monitorName, target, what, at: message.at, url }));
  }
  const { startedAt, endedAt, status = "down", reason } = message;
  if (endedAt !== null)
    return [{ state: "over", monitorName, target, what: `after ${durationWords(outageMs(message))}`, at: endedAt, url }];
  if (message.kind === "incident_flapping")
    return [{ state: "flapping", monitorName, target, what: turnsInShort(message), at: startedAt, url }];
  return [{ state: status, monitorName, target, what: reasonInShort(reason), at: startedAt, url }];
}
