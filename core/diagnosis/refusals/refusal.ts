import type { ReplyStage } from "../../reason/reason.ts";
import type { Entry } from "../entry.ts";

/**
 * What a refusal means, known by what the server said. `words` are looked for in its text; `enhanced` are enhanced status codes (RFC 3463
 * and the registry of RFC 5248), `codes` reply codes; each of the three is enough. All of it counts only in `stages`, where these are
 * given. `said` are such answers, word by word, as servers give them.
 */
export type Refusal = Omit<Entry, "headline"> & {
  id: string;
  title: string;
  said: readonly [string, ...string[]];
  words?: RegExp;
  enhanced?: readonly string[];
  codes?: readonly number[];
  stages?: readonly ReplyStage[];
};
