import { useEffect, useState } from "react";
import type { ScriptProblem } from "#core/script/script-problem.ts";

/** Judges a script's text. It runs on the server: what judges is too much to fetch for a form. */
export type CheckScript = (text: string) => Promise<ScriptProblem[]>;

/** So long nothing may be typed before the text is judged. */
const QUIET_MS = 300;

/** What is wrong with a text, a moment after it was typed; null until that is known. Those of the text before stay until then. */
export function useProblems(text: string, check: CheckScript): { problems: readonly ScriptProblem[]; isKnown: boolean } {
  const [judged, setJudged] = useState<{ text: string; problems: ScriptProblem[] } | null>(null);
  useEffect(() => {
    let isOver = false;
    const judge = async () => {
      const problems = await check(text);
      if (!isOver) setJudged({ text, problems });
    };
    // Without a connection nothing is said: saving judges again.
    const timer = setTimeout(() => void judge().catch(() => undefined), QUIET_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, check]);
  return { problems: text === "" ? [] : (judged?.problems ?? []), isKnown: judged?.text === text };
}
