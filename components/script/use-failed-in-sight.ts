import { useEffect } from "react";

/** From this width on the form and the trial are side by side. */
const SIDE_BY_SIDE = "(min-width: 64rem)";

/**
 * Brings the card, or the lines, of the step at which a trial failed into sight as soon as it has, beside the transcript. Where the trial stands below the
 * form, whoever looks at it is left there. `failed` names the step.
 */
export function useFailedInSight(failed: string | undefined): void {
  useEffect(() => {
    if (failed === undefined || !matchMedia(SIDE_BY_SIDE).matches) return;
    document.querySelector("[data-outcome=failed], [data-mark=failed]")?.scrollIntoView({ block: "nearest" });
  }, [failed]);
}
