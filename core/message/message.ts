import type { Change } from "../change/change.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Target } from "../monitor/monitor.ts";
import type { Reason } from "../reason/reason.ts";
import type { TranscriptLine } from "../transcript/transcript.ts";

/**
 * What a channel is asked to tell of an incident: it began, it began as degraded and is down now (`endedAt` is null), its server comes and
 * goes, or it is over.
 * core/incident/incident-message.ts makes it. Everything in it that a server or a person wrote is bounded and free of control characters,
 * but not escaped.
 */
export type IncidentMessage = {
  kind: "incident_opened" | "incident_worsened" | "incident_flapping" | "incident_resolved";
  /** The worst the monitor was so far; down where nothing is said. */
  status?: "down" | "degraded";
  monitorId: number;
  monitorName: string;
  /** SMTP where nothing is said, as in messages that were made when there was no other. */
  monitorKind?: Target["kind"];
  /** Host and port as people write them, such as `mx1.example.com:25`. */
  target: string;
  /** The first failure. */
  startedAt: string;
  /** The first good result; null while the incident is open. */
  endedAt: string | null;
  /** Where it comes and goes: when it last did, oldest first. */
  turnedAt?: string[];
  /** Where it is over: whether it came and went before. */
  hasFlapped?: boolean;
  reason: Reason;
  /** What the reason means and what to do, as it was known when the message was made. */
  diagnosis: Diagnosis;
  /** The last lines of the failed dialogue, the failing one marked; at most 12. None once it is over. */
  lines: TranscriptLine[];
  /** The incident's page. */
  url: string;
  /** While it is open, where its reader says "I have it": a signed link. */
  acknowledgeUrl?: string;
};

/**
 * What a channel is asked to tell of a server that works and is not as it was. core/change/change-message.ts makes it; what a server wrote is
 * bounded and free of control characters, but not escaped.
 */
export type ChangeMessage = {
  kind: "change";
  monitorId: number;
  monitorName: string;
  /** SMTP where nothing is said, as in messages that were made when there was no other. */
  monitorKind?: Target["kind"];
  /** The watched host, as in `mx1.example.com`, and the same with its port. */
  host: string;
  target: string;
  /** When the check began that noticed it. */
  at: string;
  /** What it noticed: one change or more. */
  changes: Change[];
  /** The monitor's page. */
  url: string;
};

/**
 * What a channel is asked to tell where much happens at once: several messages in one. core/message/digest.ts makes it; what a person or a server
 * wrote is bounded and free of control characters, but not escaped.
 */
export type DigestMessage = {
  kind: "digest";
  /** Every incident and every change once, as it was last: what is down comes first. */
  entries: DigestEntry[];
  /** The list of incidents. */
  url: string;
};

export const DIGEST_STATES = ["down", "degraded", "flapping", "over", "change"] as const;

/** `what` is a word or two, or a sentence without its full stop; `at` is when it began, ended or was seen. */
export type DigestEntry = {
  state: (typeof DIGEST_STATES)[number];
  monitorName: string;
  target: string;
  what: string;
  at: string;
  /** The page of the incident, or of the monitor. */
  url: string;
};

/** What the team is told on another channel when one gives a message up. core/channel/channel-failed-message.ts makes it. */
export type ChannelFailedMessage = {
  kind: "channel_failed";
  channelName: string;
  /** What the provider said to the last attempt, or what went wrong. */
  reason: string;
  at: string;
  /** The page of the channel that failed. */
  url: string;
};

/** What the team is told on another channel when whoever reads an address revokes it. core/channel/channel-revoked-message.ts makes it. */
export type ChannelRevokedMessage = {
  kind: "channel_revoked";
  channelName: string;
  address: string;
  at: string;
  /** The page of the channel that is told of nothing any more. */
  url: string;
};

/** What the team is told when whoever reads a mailbox wants no more test messages there. core/message/recipient-revoked-message.ts makes it. */
export type RecipientRevokedMessage = {
  kind: "recipient_revoked";
  mailbox: string;
  at: string;
  /** The list of recipients, at this one. */
  url: string;
};

/** What "send a test" tells. */
export type TestMessage = {
  kind: "test";
  channelName: string;
  /** The channel's page. */
  url: string;
};

/**
 * What a channel is asked to tell. It is kept whole with its delivery, so that sending needs nothing else, and it holds plain
 * JSON: instants are ISO 8601 in UTC, durations milliseconds.
 */
export type Message =
  | IncidentMessage
  | ChangeMessage
  | DigestMessage
  | ChannelFailedMessage
  | ChannelRevokedMessage
  | RecipientRevokedMessage
  | TestMessage;

/**
 * What "send the code" puts into the outbox. It is no message to tell: the code is made when it is sent, and stands nowhere else but sealed
 * beside the channel it confirms.
 */
export type CodeMessage = {
  kind: "code";
  channelName: string;
  /** The channel's page, where the code is entered. */
  url: string;
};

/**
 * What a path test that went well puts into the outbox. It is told to the outside watcher alone, by asking for its URL, once and in its time or
 * not at all.
 */
export type SignOfLife = {
  kind: "sign_of_life";
  /** When the check began that went well. */
  checkedAt: string;
};

/**
 * What an e-mail channel is sent about a domain on the first of a month. core/message/monthly-message.ts makes it; what a person or a server wrote is
 * bounded and free of control characters, but not escaped.
 */
export type MonthlyMessage = {
  kind: "monthly";
  /** The domain as it is read. */
  domain: string;
  monitorName: string;
  /** As in "November 2026". */
  month: string;
  /** A share as text, "99.98 %"; null where too little was watched for a number. */
  uptime: string | null;
  /** How much was watched and what was not up: "100 % watched", "down 4 min". */
  uptimeDetails: string[];
  /** The latest of the month, as many as a mail shows, and how many there were. */
  incidents: MonthlyLine[];
  incidentCount: number;
  changes: MonthlyLine[];
  changeCount: number;
  /** How many aspects there are of each verdict now: "2 wrong, 3 weak, 7 good"; null where no check is kept. */
  posture: string | null;
  /** The worst findings, the worst first, at most three. */
  worst: MonthlyFinding[];
  /** The page of the report. */
  url: string;
  /** Where its reader stops this mail: a signed link. */
  stopUrl: string;
};

/** Something that happened, with when, and how long it lasted where that is known. */
export type MonthlyLine = { when: string; what: string };

export type MonthlyFinding = { verdict: "wrong" | "weak"; says: string; subject: string; mend: string; url: string };

/** What the outbox holds. */
export type OutboxMessage = Message | CodeMessage | SignOfLife | MonthlyMessage;
export type MessageKind = OutboxMessage["kind"];
