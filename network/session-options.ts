import { Secrets } from "#core/transcript/secrets.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import type { Session } from "./session.ts";
import { StageClock, type StageLimits } from "./stage-clock.ts";
import { Transcript } from "./transcript.ts";

/**
 * `timeLimitMs` bounds everything from the first lookup to the last byte, `stageLimitsMs` single stages within it. `path` names this way
 * to the server where a check takes several. `secrets` are taken out of every line before anybody sees it. Of what a server says
 * before its first whole reply only lines like `opening` are shown, all where it is left out: what else listens there is not for everybody.
 * `lines` is how they are read where that is not as usual.
 */
export type SessionOptions = {
  timeLimitMs: number;
  stageLimitsMs?: StageLimits;
  path?: string;
  secrets?: readonly string[];
  opening?: RegExp;
  lines?: LineManners;
  onLine?: (line: TranscriptLine) => void;
};

/**
 * Lines like `unasked` may come before they are asked for and are no answers; a line has at most so many bytes, and all that comes at most
 * `allBytes` where messages are fetched.
 */
export type LineManners = { unasked?: RegExp; bytes?: number; allBytes?: number };

/** One more connection of the same check: it goes by the clock of `first`, and what it says is written down there. */
export type Beside = { first: Session; opening?: RegExp; lines?: LineManners };

/** What all connections of a check share. */
type Shared = Pick<Session, "clock" | "secrets" | "transcript" | "warnings">;

/** What the first connection of a check is opened by. */
export function openedBy({ timeLimitMs, stageLimitsMs, secrets: hidden, path, onLine }: SessionOptions): Shared {
  const clock = new StageClock(timeLimitMs, stageLimitsMs);
  const secrets = new Secrets(hidden);
  const transcript = new Transcript(clock.startedAtMs, secrets, path, onLine);
  return { clock, secrets, transcript, warnings: [] };
}
