import type { ChannelKind } from "../channel/channel.ts";

/** Nobody gets more messages than this in so many milliseconds. */
export const MOST_MESSAGES = 10;
export const STORM_WINDOW_MS = 5 * 60_000;

/** So many messages of a window go out as they come; what comes after them waits for company. */
const MOST_SINGLE = 5;
const GATHER_MS = 60_000;

/** What goes out now: one message by itself, several in a digest, or nothing before an instant (epoch milliseconds); null where nothing waits. */
export type Outgoing<M> =
  | { kind: "single"; message: M }
  | { kind: "digest"; messages: M[] }
  | { kind: "wait"; until: number }
  | null;

/**
 * What one contact, or one channel that is nobody's, is sent now of the messages that wait for it, oldest first. `sentAt` is when the latest
 * messages went out to it, digests counting as one; all are epoch milliseconds. As they come while there are few, else together, a minute
 * apart: so ten are never exceeded, and nothing waits longer than a minute for its turn.
 */
export function nextOut<M>(sentAt: readonly number[], waiting: readonly M[], now: number): Outgoing<M> {
  const [first] = waiting;
  if (first === undefined) return null;
  const recent = sentAt.filter((at) => at > now - STORM_WINDOW_MS).toSorted((a, b) => a - b);
  if (recent.length + waiting.length <= MOST_SINGLE) return { kind: "single", message: first };

  const gatheredAt = recent.length === 0 ? now : recent.at(-1)! + GATHER_MS;
  const isFull = recent.length >= MOST_MESSAGES; // only where they were sent before there was a limit, or by another clock
  const until = isFull ? Math.max(gatheredAt, recent.at(-MOST_MESSAGES)! + STORM_WINDOW_MS) : gatheredAt;
  if (now < until) return { kind: "wait", until };
  return waiting.length === 1 ? { kind: "single", message: first } : { kind: "digest", messages: [...waiting] };
}

/** Products and programs that keep an alert of their own for each incident, and end it when it is over: one message each, however many. */
const KEEP_ALERTS: readonly ChannelKind[] = ["pagerduty", "opsgenie", "webhook"];

/** Whether messages of a kind of channel are counted and gathered: people read them. */
export function isReadByPeople(kind: ChannelKind): boolean {
  return !KEEP_ALERTS.includes(kind);
}
