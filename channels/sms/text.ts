import { messageFacts } from "#core/message/message-facts.ts";
import { reasonInShort } from "#core/message/message-subject.ts";
import type { DigestMessage, IncidentMessage, Message } from "#core/message/message.ts";
import { shortened } from "#core/text/shortened.ts";
import { inGsm } from "./in-gsm.ts";
import { segmentsOf } from "./segments.ts";

const MOST_SEGMENTS = 2;
const MAX_NAME_CHARS = 40;
const MAX_ENTRIES = 6;

/** The parts of a text: what it begins with, what may be cut, and the link it ends with. */
type Parts = { head: string; said: string; link: string };

/**
 * A message in at most two segments, on one line. The failing step stands before any name, so that it is among the first seventy characters;
 * what a server said is cut first, then the head, and the link only where it alone is too long.
 */
export function smsText(message: Message): string {
  const { head, said, link } = partsOf(message);
  for (const [first, last] of [
    [head, link],
    [head, ""],
  ] as const) {
    const text = fitting(said, (cut) => joined(first, cut, last)) ?? fitting(first, (cut) => joined(cut, "", last));
    if (text !== null) return text;
  }
  return "";
}

/** The code first, where phones look for one, and at its end where to say that nobody here has asked for it. */
export function smsCodeText(code: string, countsMin: number, revokeUrl: string | null = null): string {
  const text = `${code} is your code for Ehlowatch. It counts for ${countsMin} minutes.`;
  return revokeUrl === null ? text : `${text} Not asked for? Stop it: ${revokeUrl}`;
}

function partsOf(message: Message): Parts {
  const { title, sentence, words, url, acknowledgeUrl } = messageFacts(message);
  if (message.kind === "channel_failed") return { head: oneLine(title), said: unlinked(words ?? ""), link: url };
  if (message.kind === "channel_revoked" || message.kind === "recipient_revoked")
    return { head: oneLine(title), said: "", link: url };
  if (message.kind === "test") return { head: oneLine(sentence), said: "", link: "" };
  if (message.kind === "change") {
    const { host } = message;
    return { head: oneLine(unlinked(title).replaceAll(unlinked(host), host)), said: "", link: url };
  }
  if (message.kind === "digest") return { head: oneLine(title), said: oneLine(worst(message)), link: url };
  const place = message.target;
  if (message.kind === "incident_resolved") return { head: oneLine(`${title}. ${place}`), said: "", link: "" };
  const said = message.kind === "incident_flapping" ? sentence : unlinked(words ?? sentence);
  const link = acknowledgeUrl === null ? url : `I have it: ${acknowledgeUrl}`;
  return { head: oneLine(`${beginning(message)}: ${shortened(message.monitorName, MAX_NAME_CHARS)}, ${place}`), said, link };
}

/** The first of a digest's entries, which are the worst: "mx1, rcpt 452; mx2, connect refused". */
function worst({ entries }: DigestMessage): string {
  const [first] = entries;
  const same = entries.filter(({ state }) => state === first?.state).slice(0, MAX_ENTRIES);
  return same.map(({ monitorName, what }) => `${shortened(monitorName, MAX_NAME_CHARS)}, ${unlinked(what)}`).join("; ");
}

/** "Down, rcpt 452", "Degraded, rcpt greylisted", "Flapping, connect refused". */
function beginning({ kind, status, reason }: IncidentMessage): string {
  const state = kind === "incident_flapping" ? "Flapping" : status === "degraded" ? "Degraded" : "Down";
  return `${state}, ${reasonInShort(reason)}`;
}

/** What is made of the longest beginning of `text` that leaves it within two segments; null where nothing of it does. */
function fitting(text: string, made: (cut: string) => string): string | null {
  let [low, high] = [-1, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (segmentsOf(made(cutTo(text, middle))) <= MOST_SEGMENTS) low = middle;
    else high = middle - 1;
  }
  return low < 0 ? null : made(cutTo(text, low));
}

function cutTo(text: string, length: number): string {
  return length === 0 ? "" : shortened(text, length);
}

function joined(...parts: string[]): string {
  return inGsm(oneLine(parts.filter((part) => part !== "").join(". "))).replaceAll(/([.!?])\. /g, "$1 ");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** What a server said must not become a link on a phone: a name of a host is parted at its dots, a URL at its colon. */
function unlinked(words: string): string {
  return words.replaceAll(/(?<=[\p{L}\d])([.:])(?=[\p{L}/])/gu, "$1 ");
}
