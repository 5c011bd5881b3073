import { joinPaths, type WalkedPath } from "../check/join-paths.ts";
import type { CheckResult } from "../check/result.ts";
import type { Status } from "../check/status.ts";

/**
 * A mail server of a domain, and what came of meeting it on each of its addresses. One that has none has one way nevertheless, which says how it
 * was looked for.
 */
export type MetHost = { name: string; preference: number; paths: WalkedPath[] };

/**
 * Makes one result of all mail servers of a domain. Senders try those of the lowest preference first (RFC 5321 section 5.1): where none of these
 * takes mail, the domain is `down`, whatever a backup does. Where one does, it is `up`, or `degraded` while any other way is broken; what we could
 * not judge changes nothing then.
 */
export function joinHosts(hosts: readonly MetHost[]): CheckResult {
  const most = Math.min(...hosts.map(({ preference }) => preference));
  const preferred = hosts.filter(({ preference }) => preference === most).flatMap(({ paths }) => paths);
  const all = hosts.flatMap(({ paths }) => paths);
  const { status, told } = preferred.some(isTaking) ? withMail(all) : withoutMail(preferred);
  const joined = joinPaths([...told, ...all.filter((path) => !told.includes(path))], status, told);
  return { ...joined, durationMs: spanOf(all) };
}

type Verdict = { status: Status; told: WalkedPath[] };

function withMail(all: readonly WalkedPath[]): Verdict {
  const broken = all.filter(({ result: { status } }) => status === "down" || status === "degraded");
  return broken.length === 0 ? { status: "up", told: all.filter(isTaking) } : { status: "degraded", told: broken };
}

/** Nobody can tell that mail has nowhere to go while one of the preferred servers could not be judged. */
function withoutMail(preferred: readonly WalkedPath[]): Verdict {
  const unjudged = preferred.filter(({ result: { status } }) => status === "unknown");
  return unjudged.length === 0 ? { status: "down", told: [...preferred] } : { status: "unknown", told: unjudged };
}

function isTaking({ result: { status } }: WalkedPath): boolean {
  return status === "up" || status === "degraded";
}

/** From the begin of the first to the end of the last, in ms: not all are met at once. */
function spanOf(paths: readonly WalkedPath[]): number {
  const begins = paths.map(({ result }) => result.startedAt);
  const ends = paths.map(({ result }) => result.startedAt + result.durationMs);
  return Math.max(...ends) - Math.min(...begins);
}
