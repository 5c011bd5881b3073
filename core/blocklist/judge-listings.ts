import type { Status } from "../check/status.ts";
import { statusOfReason } from "../reason/reason-status.ts";
import type { Reason, ReasonCode } from "../reason/reason.ts";
import type { Listing, ListingReport, SilentList } from "./listing-report.ts";
import { unknownWords } from "./unknown-words.ts";

/** What a report means. Short sentences in `warnings` change nothing. */
export type ListingVerdict = { status: Status; reason: Reason | null; warnings: string[] };

/**
 * On a heavy list is down, on a medium one degraded. A light one is only told as a warning: there are lists of whole networks, where one can
 * stand for years without a mail refused, and a monitor that is never up tells nothing. Where no list said anything, nobody knows.
 */
export function judgeListings({ listings, pairs, clean, listed, silent }: ListingReport): ListingVerdict {
  const grave = listings.filter(({ weight }) => weight !== "light");
  const warnings = listings.filter(({ weight }) => weight === "light").map(listingSentence);
  const [first] = grave;
  if (first !== undefined) {
    const code = first.weight === "heavy" ? "listing.listed" : "listing.light";
    const others = grave.length === 1 ? "" : ` ${grave.length - 1} more in the table.`;
    return { ...verdict(code, `${listingSentence(first)}${others}`), warnings };
  }
  if (clean + listed > 0) return { status: "up", reason: null, warnings };
  return { ...verdict("listing.unanswered", silence(pairs, silent)), warnings };
}

function verdict(code: ReasonCode, detail: string): Pick<ListingVerdict, "status" | "reason"> {
  return { status: statusOfReason(code), reason: { code, stage: "listing", reply: null, detail } };
}

function silence(pairs: number, [first]: readonly SilentList[]): string {
  if (pairs === 0) return "No list that was chosen holds such entries.";
  return first === undefined ? "There was no time to ask." : `${first.listName}: ${unknownWords(first.why)}`;
}

function listingSentence({ entry, listName, says, codes }: Listing): string {
  return `${entry} is on ${listName} (${says.length > 0 ? says.join("; ") : codes.join(", ")}).`;
}
