import type { NotKnown, Reading } from "./read-listing.ts";

/** Whether a list can be believed, and why not. */
export type ListTest = { isUsable: true } | ({ isUsable: false } & Pick<NotKnown, "why" | "detail">);

/**
 * What the entries for tests show (RFC 5782 section 5): a list that lists what it must and not what it must not can be believed. A list that went out
 * of business lists nothing, or everything.
 */
export function judgeTest(listed: Reading, unlisted: Reading): ListTest {
  for (const reading of [unlisted, listed])
    if (reading.state === "unknown") return { isUsable: false, why: reading.why, detail: reading.detail };
  if (unlisted.state === "listed") return { isUsable: false, why: "lists-everything", detail: unlisted.codes.join(", ") };
  return listed.state === "listed" ? { isUsable: true } : { isUsable: false, why: "test-missing", detail: null };
}
