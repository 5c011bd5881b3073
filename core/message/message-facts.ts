import { changeAdvice, changeSentence, changeTexts, wantsAttention } from "../change/change-text.ts";
import { type Change, changeLabel } from "../change/change.ts";
import { detailText } from "../check/detail-text.ts";
import { stageName } from "../check/stage.ts";
import { headlineOfServer } from "../diagnosis/server-told.ts";
import type { Reason } from "../reason/reason.ts";
import { durationExact } from "../text/duration.ts";
import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";
import { exactTime } from "../time/relative-time.ts";
import { counted, DIGEST_WORDS, entriesByServer } from "./digest-words.ts";
import { messageSubject, outageMs, turnsInShort } from "./message-subject.ts";
import type {
  ChangeMessage,
  ChannelFailedMessage,
  ChannelRevokedMessage,
  RecipientRevokedMessage,
  DigestMessage,
  IncidentMessage,
  Message,
  TestMessage,
} from "./message.ts";

/** How bad a message is: `bad` is down, `warning` degraded or something to see to soon, `good` over, `neutral` everything else. */
export type MessageTone = "bad" | "warning" | "good" | "neutral";

/**
 * What every chat tells of a message in the same words: `title` in one line, `sentence` what it means, `step` the one that failed, `words`
 * the server's own (or what we saw where it said nothing), in lines, at most 1,000 characters, `facts` as label and value. Nothing in it is
 * escaped, and what others wrote is free of control characters but for the line breaks between `words`.
 */
export type MessageFacts = {
  tone: MessageTone;
  title: string;
  sentence: string;
  step: string | null;
  words: string | null;
  facts: [label: string, value: string][];
  url: string;
  /** What a button that leads to `url` says. */
  open: string;
  /** Where somebody says "I have it", while it is open; null where that cannot be said. */
  acknowledgeUrl: string | null;
};

const MAX_WORDS_CHARS = 1_000;
const MAX_SENTENCE_CHARS = 1_000;
const MAX_NAME_CHARS = 100;
const MAX_CHANGES = 6;
const MAX_FACT_CHARS = 500;
/** A chat shows this many entries of a digest, and of each this much. */
const MAX_ENTRIES = 10;
const MAX_ENTRY_CHARS = 160;
const MAX_SERVERS = 3;

/** The facts of a message, for a channel that puts them together by itself. */
export function messageFacts(message: Message): MessageFacts {
  if (message.kind === "test") return ofTest(message);
  if (message.kind === "digest") return ofDigest(message);
  if (message.kind === "channel_failed") return ofFailed(message);
  if (message.kind === "channel_revoked") return ofRevoked(message);
  if (message.kind === "recipient_revoked") return ofRevokedRecipient(message);
  return message.kind === "change" ? ofChange(message) : ofIncident(message);
}

function ofIncident(message: IncidentMessage): MessageFacts {
  const { status = "down", reason, endedAt, startedAt } = message;
  const isOver = endedAt !== null;
  const step = reason.stage && stageName(reason.stage);
  const facts: [string, string | null][] = [
    ["Server", message.target],
    [isOver ? "Step that failed" : "Failing step", step],
    [isOver ? "From" : "Since", instant(startedAt)],
    ["To", endedAt && instant(endedAt)],
  ];
  return {
    tone: isOver ? "good" : status === "down" ? "bad" : "warning",
    title: messageSubject(message),
    sentence: meaningOf(message),
    step: isOver ? null : step,
    words: isOver ? null : wordsOf(reason),
    facts: facts.filter((fact): fact is [string, string] => fact[1] !== null),
    url: message.url,
    open: "Open the incident",
    acknowledgeUrl: isOver ? null : (message.acknowledgeUrl ?? null),
  };
}

function meaningOf(message: IncidentMessage): string {
  const { kind, status = "down", diagnosis, hasFlapped } = message;
  if (kind === "incident_resolved") {
    const lasted = `It was ${status}${hasFlapped ? " again and again" : ""} for ${durationExact(outageMs(message))}.`;
    return `${lasted} The reason was: ${headlineOfServer(diagnosis.headline, message.monitorKind, message.reason)}`;
  }
  if (kind === "incident_flapping")
    return `It goes ${status} and comes back again and again: ${turnsInShort(message)}. You are told when it has been steady for a while.`;
  return shortened(diagnosis.plain, MAX_SENTENCE_CHARS);
}

/** What the server said, as it came over the wire, or else what we saw. */
function wordsOf({ code, reply, detail }: Reason): string | null {
  const words = reply ? reply.lines.map((line) => `${reply.code} ${line}`).join("\n") : detailText({ code, detail });
  return words === null ? null : shortened(words, MAX_WORDS_CHARS);
}

function ofChange(message: ChangeMessage): MessageFacts {
  const { changes, host, monitorKind } = message;
  const told = changes.slice(0, MAX_CHANGES);
  const sentences = told.flatMap((change) => [`${changeSentence(host, change, monitorKind)}.`, changeAdvice(change) ?? []].flat());
  return {
    tone: changes.some(wantsAttention) ? "warning" : "neutral",
    title: messageSubject(message),
    sentence: shortened(sentences.join(" "), MAX_SENTENCE_CHARS),
    step: null,
    words: null,
    facts: [
      ["Server", message.target],
      ["Monitor", message.monitorName],
      ["Seen", instant(message.at)],
      ...told.map((change) => factOf(change, monitorKind)),
    ],
    url: message.url,
    open: "Open the monitor",
    acknowledgeUrl: null,
  };
}

function factOf(change: Change, kind: ChangeMessage["monitorKind"]): [string, string] {
  const { before, after } = changeTexts(change);
  return [changeLabel(change.aspect, kind), shortened(before === null ? after : `${before} → ${after}`, MAX_FACT_CHARS)];
}

function ofDigest(message: DigestMessage): MessageFacts {
  const { entries, url } = message;
  const shown = entries.slice(0, MAX_ENTRIES).map(({ state, monitorName, target, what }): [string, string] => {
    return [DIGEST_WORDS[state], shortened(`${monitorName} — ${what} (${target})`, MAX_ENTRY_CHARS)];
  });
  const more = entries.length - shown.length;
  return {
    tone: digestTone(message),
    title: messageSubject(message),
    sentence: digestSentence(message),
    step: null,
    words: null,
    facts: more > 0 ? [...shown, ["And", `${counted(more)} more: all of them are in the list of incidents`]] : shown,
    url,
    open: "Open the incidents",
    acknowledgeUrl: null,
  };
}

/** As bad as the worst in it. */
function digestTone({ entries: [worst] }: DigestMessage): MessageTone {
  const tones = { down: "bad", degraded: "warning", flapping: "warning", over: "good", change: "neutral" } as const;
  return worst === undefined ? "neutral" : tones[worst.state];
}

/** Why they come together, and which servers they are about. */
export function digestSentence(message: DigestMessage): string {
  const servers = entriesByServer(message);
  const named = servers
    .slice(0, MAX_SERVERS)
    .map(([target, count]) => `${counted(count)} about ${shortened(target, MAX_NAME_CHARS)}`);
  const rest = servers.length > MAX_SERVERS ? [`the others about ${counted(servers.length - MAX_SERVERS)} more servers`] : [];
  return `Much happens at once, so it is told together: ${[...named, ...rest].join(", ")}.`;
}

function ofFailed(message: ChannelFailedMessage): MessageFacts {
  return {
    tone: "warning",
    title: messageSubject(message),
    sentence: `A message to the channel ${message.channelName} was given up. Until that is put right, nobody may be told there.`,
    step: null,
    words: message.reason,
    facts: [["Given up", instant(message.at)]],
    url: message.url,
    open: "Open the channel",
    acknowledgeUrl: null,
  };
}

function ofRevokedRecipient(message: RecipientRevokedMessage): MessageFacts {
  const { mailbox, at, url } = message;
  return {
    tone: "warning",
    title: messageSubject(message),
    sentence: `Whoever reads ${mailbox} has stopped what your team sends there. Mailflow monitors that send to it can tell nothing until its reader allows it again.`,
    step: null,
    words: null,
    facts: [
      ["Recipient", mailbox],
      ["Revoked", instant(at)],
    ],
    url,
    open: "Open the recipients",
    acknowledgeUrl: null,
  };
}

function ofRevoked(message: ChannelRevokedMessage): MessageFacts {
  const { address, channelName, at, url } = message;
  return {
    tone: "warning",
    title: messageSubject(message),
    sentence: `Whoever reads ${address} has stopped what your team sends there. The channel ${channelName} is told of nothing until they allow it again and a new code is entered.`,
    step: null,
    words: null,
    facts: [["Revoked", instant(at)]],
    url,
    open: "Open the channel",
    acknowledgeUrl: null,
  };
}

function ofTest({ channelName, url }: TestMessage): MessageFacts {
  const name = shortened(visibleText(channelName), MAX_NAME_CHARS);
  return {
    tone: "neutral",
    title: messageSubject({ kind: "test", channelName: name, url }),
    sentence: `Messages for the channel ${name} arrive here.`,
    step: null,
    words: null,
    facts: [],
    url,
    open: "Open the channel",
    acknowledgeUrl: null,
  };
}

function instant(iso: string): string {
  return exactTime(new Date(iso), "UTC");
}
