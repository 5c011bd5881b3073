import { CERTIFICATE_FAILURES, type Reason } from "../reason/reason.ts";

/** How core/check/join-paths.ts names the way that a detail is of: "IPv6: …", "[2001:db8::25]: …", "mx1.example.com 192.0.2.25: …". */
const OF_PATH = /^(?:(IPv[46]|(?:[\w.-]+ )?(?:\d+(?:\.\d+){3}|\[[^\]]+\])): )?(.*)$/s;

/** A detail without the way to the server it is of; `path` is null where the check took only one. */
export function detailOfPath(detail: string): { path: string | null; words: string } {
  const [, path = null, words = detail] = OF_PATH.exec(detail) ?? [];
  return { path, words };
}

/** What was seen of a reason, in words that stand for themselves; null where its code says it all. A detail about a certificate goes on from it. */
export function detailText({ code, detail }: Pick<Reason, "code" | "detail">): string | null {
  if (detail === null || !CERTIFICATE_FAILURES.some((failure) => code === `tls.${failure}`)) return detail;
  const { path, words } = detailOfPath(detail);
  return path === null ? `The certificate ${words}.` : `${path}: the certificate ${words}.`;
}
