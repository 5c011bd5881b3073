import type { Reason } from "./reason.ts";
import type { TranscriptLine } from "./transcript.ts";

/**
 * What a channel is asked to tell. It is kept whole with its delivery, so that sending needs nothing else, and it holds plain
 * JSON: instants are ISO 8601 in UTC, durations milliseconds.
 */
export type Message =
  | {
      kind: "incident_opened" | "incident_resolved";
      monitorId: number;
      monitorName: string;
      /** Host and port as people write them, such as `mx1.example.com:25`. */
      target: string;
      /** The first failure. */
      startedAt: string;
      /** The first good result; null while the incident is open. */
      endedAt: string | null;
      reason: Reason;
      /** The last lines of the failed dialogue, the failing one marked; at most 12. */
      lines: TranscriptLine[];
      /** The incident's page. */
      url: string;
    }
  | { kind: "test"; channelName: string; url: string };

export type MessageKind = Message["kind"];
