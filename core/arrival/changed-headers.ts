import { valuesOf, type HeaderField } from "./header-field.ts";

/** What became of a message's own header fields on its way: names of those that are gone, and of those that say something else. */
export type ChangedHeaders = { lost: string[]; changed: string[] };

/**
 * Holds what arrived against what was sent. Servers add fields, and may fold and space those there are anew (RFC 5322 section 2.2.3); Exchange puts the
 * charset into quotation marks, which says the same (RFC 2045 section 5.1).
 */
export function changedHeaders(sent: readonly HeaderField[], arrived: readonly HeaderField[]): ChangedHeaders {
  const lost: string[] = [];
  const changed: string[] = [];
  for (const { name, value } of sent) {
    const values = valuesOf(arrived, name);
    if (values.length === 0) lost.push(name);
    else if (!values.some((each) => spaced(each) === spaced(value))) changed.push(name);
  }
  return { lost, changed };
}

function spaced(value: string): string {
  return value
    .replace(/=\s*"([\w.-]+)"/g, "=$1")
    .replace(/\s+/g, " ")
    .trim();
}
