import { useEffect } from "react";

/** From this width on the form and the trial are side by side. */
const SIDE_BY_SIDE = "(min-width: 64rem)";

const WRONG = ["failed", "degraded"].flatMap((mark) => [`[data-outcome=${mark}]`, `[data-mark=${mark}]`]).join();

/**
 * Brings the card, or the lines, of the step at which something was wrong in a trial into sight as soon as that is known, beside the transcript. Where the
 * trial stands below the form, whoever looks at it is left there. `step` names it.
 */
export function useWrongInSight(step: string | undefined): void {
  useEffect(() => {
    if (step === undefined || !matchMedia(SIDE_BY_SIDE).matches) return;
    document.querySelector(WRONG)?.scrollIntoView({ block: "nearest" });
  }, [step]);
}
