import { domainToASCII } from "node:url";
import type { RecordType } from "#core/dns/answer.ts";

/** What is asked: the records of one type that a name has. The name is in lower-case A-labels without a final dot, that of the root empty. */
export type DnsQuestion = { name: string; type: RecordType };

/** RFC 1035 section 2.3.4, without the length that stands before the first label and the root after the last. */
const NAME_BYTES = 253;
const LABEL_BYTES = 63;

/** A name as it is asked for: lower case, without the final dot, other scripts as A-labels (RFC 5891 section 4.4). Null for what can be no name. */
export function askedName(name: string): string | null {
  const spelled = /^[\x21-\x7e]*$/.test(name) ? name.toLowerCase() : domainToASCII(name);
  const bare = spelled.replace(/\.$/, "");
  if (bare === "") return name === "" || name === "." ? "" : null;
  const isName = bare.length <= NAME_BYTES && bare.split(".").every((label) => label.length > 0 && label.length <= LABEL_BYTES);
  return isName ? bare : null;
}
