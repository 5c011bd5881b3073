import type { ReasonCode } from "./reason.ts";

/** Where a reason is explained: a place on a page that anybody may read. */
export function reasonHref(code: ReasonCode): string {
  return `/docs/reasons#${code}`;
}
