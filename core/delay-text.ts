import { durationWords } from "./duration.ts";
import { msText } from "./ms-text.ts";

/** How long mail was on its way (ms), as people read it: "3.00 s", "12 min"; "−1.00 s" where two clocks differ. */
export function delayText(ms: number): string {
  if (ms < 0) return `−${delayText(-ms)}`;
  return ms < 60_000 ? msText(ms) : durationWords(ms);
}
