import type { Ending } from "#core/monitor.ts";

const LATER: Record<"auth" | "accept", readonly string[]> = { auth: ["auth", "accept"], accept: ["accept"] };

/** Lets the check of this form go at least so far: what is filled in further on would never be run. */
export function goUpTo(form: HTMLFormElement | null, ending: Extract<Ending, "auth" | "accept">): void {
  const until = form?.elements.namedItem("until");
  if (until instanceof HTMLSelectElement && !LATER[ending].includes(until.value)) until.value = ending;
}
