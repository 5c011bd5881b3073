import { stringify } from "yaml";
import type { Script } from "./script.ts";
import { spanText } from "./span.ts";

/** What in a script is a time, wherever it stands. */
const TIMES = ["deadline", "limit", "wait", "every", "delay"];

/** A script as text, which reads as the same script. */
export function writeScript(script: Script): string {
  return stringify(withTimes(script), { lineWidth: 0, version: "1.2" });
}

function withTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTimes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      TIMES.includes(key) && typeof each === "number" ? spanText(each) : withTimes(each),
    ]),
  );
}
