import { durationShort, durationWords } from "../text/duration.ts";
import { msText } from "../text/ms-text.ts";

/** How long mail was on its way (ms), as people read it: "3.00 s", "1 min 20 s"; "−1.00 s" where two clocks differ. */
export function delayText(ms: number): string {
  if (ms < 0) return `−${delayText(-ms)}`;
  if (ms < 60_000) return msText(ms);
  return ms < 3_600_000 ? durationShort(ms) : durationWords(ms);
}
