import { CATALOGUE } from "#core/blocklist/catalogue/catalogue.ts";
import { testEntries, type DnsList } from "#core/blocklist/dns-list.ts";
import { questionName } from "#core/blocklist/question-name.ts";

/** The lists that everybody may ask about an IPv4 address. */
export const LISTS = CATALOGUE.filter(({ zone, holds }) => zone !== null && holds.includes("ipv4"));

/** Their zones as they are where nothing is listed but the entry by which they are tested. */
export function testRecords(): string[] {
  return LISTS.map((list) => `${questionName(testEntries(list, "ipv4").listed, list.zone!)} A ${someCode(list)}`);
}

/** An answer that means listed. */
function someCode({ codes }: DnsList): string {
  if (codes.by !== "address" || codes.areOthersListed) return "127.0.0.2";
  const [code = "127.0.0.2"] = Object.entries(codes.known).find(([, { means }]) => means === undefined) ?? [];
  return code;
}
