import { readTagList } from "../posture/tag-list.ts";
import { valuesOf, type HeaderField } from "./header-field.ts";

/** Who signed a message, and by which of its keys (RFC 6376 section 3.5: `d=` and `s=`). */
export type Signature = { domain: string; selector: string };

/** A message with more signatures than this is nobody's in particular. */
const MOST_SIGNATURES = 10;

const DOMAIN = /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const SELECTOR = /^(?=.{1,63}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** The signatures that a message names, each once; whether they hold is another matter. */
export function readSignatures(fields: readonly HeaderField[]): Signature[] {
  const signatures = valuesOf(fields, "dkim-signature").flatMap((value) => {
    const { tags } = readTagList(value);
    const [domain, selector] = [tags.get("d")?.toLowerCase() ?? "", tags.get("s")?.toLowerCase() ?? ""];
    return DOMAIN.test(domain) && SELECTOR.test(selector) ? [{ domain, selector }] : [];
  });
  return [...new Map(signatures.map((each) => [`${each.selector} ${each.domain}`, each])).values()].slice(0, MOST_SIGNATURES);
}
