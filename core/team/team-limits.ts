/** How much a team may have looked at: monitors, and hosts whose domain it has not proved; `Infinity` is no limit. */
export type TeamLimits = { monitors: number; unprovedHosts: number };

/** The settings that limit it; what is left out is as usual, and in embedded mode no limit. 0 is none either. */
export type TeamLimitSettings = { isEmbedded: boolean; monitors: number | undefined; unprovedHosts: number | undefined };

const USUAL: TeamLimits = { monitors: 2_000, unprovedHosts: 50 };

export function teamLimitsOf({ isEmbedded, monitors, unprovedHosts }: TeamLimitSettings): TeamLimits {
  const limit = (set: number | undefined, usual: number) => (set ?? (isEmbedded ? 0 : usual)) || Infinity;
  return { monitors: limit(monitors, USUAL.monitors), unprovedHosts: limit(unprovedHosts, USUAL.unprovedHosts) };
}

/** Why a team may have nothing new looked at. */
export type Withheld = "frozen" | "monitors" | "hosts";

/** The same for people; `contact` is where they ask. */
export function withheldSentence(why: Withheld, { monitors, unprovedHosts }: TeamLimits, contact: string): string {
  switch (why) {
    case "frozen":
      return frozenSentence(contact);
    case "monitors":
      return `A team has at most ${monitors.toLocaleString("en")} monitors. Delete some that are not needed, or ask for more at ${contact}.`;
    case "hosts":
      return (
        `A team may have at most ${unprovedHosts.toLocaleString("en")} hosts looked at whose domain it has not proved, those of the ` +
        `last 24 hours counted. Prove the domain (Settings, Domains), or ask for more at ${contact}.`
      );
  }
}

/** What a team is told that looked like somebody who scans a network. */
export function frozenSentence(contact: string): string {
  return (
    "Your team wanted many servers looked at in a way that looks like a scan. Until somebody has looked at it, new monitors and " +
    `trials do not run; the monitors you had before go on. Ask at ${contact}.`
  );
}
