import type { Reason } from "../reason/reason.ts";
import { trimTranscript } from "../transcript/trim-transcript.ts";
import { isStoppedLogin } from "./login-refusal.ts";
import type { CheckResult } from "./result.ts";
import type { Status } from "./status.ts";

/** One of several ways to a server, "IPv4", "IPv6" or an address, and what its dialogue came to. */
export type WalkedPath = { path: string; result: CheckResult };

/**
 * Makes one result of the dialogues on several ways that all have to work. Nothing works: `down`. Some do and some do not: `degraded`,
 * with the reason of one that does not. One could not be judged and the others are fine: `unknown`. The stages, facts and reason are
 * those of the way that is worst off; only where that one never met the server, the facts are those of one that did. Every way's verdict
 * is among them, and every line says which way it is of. `status` is another one where not all ways count alike, and `told` are those ways
 * whose reason may be told.
 */
export function joinPaths(
  paths: readonly WalkedPath[],
  status: Status = statusOf(paths.map(({ result }) => result.status)),
  told: readonly WalkedPath[] = paths,
): CheckResult {
  const worst = told.toSorted((a, b) => badness(b.result) - badness(a.result))[0]!;
  const met = [worst, ...paths].find(({ result }) => result.facts.banner !== null) ?? worst;
  const results = paths.map(({ result }) => result);
  const retryAt = results.find((result) => result.retryAt !== undefined)?.retryAt;
  return {
    status,
    reason: status === "up" ? null : named(worst),
    startedAt: Math.min(...results.map(({ startedAt }) => startedAt)),
    durationMs: Math.max(...results.map(({ durationMs }) => durationMs)),
    stages: worst.result.stages,
    facts: {
      ...met.result.facts,
      addresses: [...new Set(results.flatMap(({ facts }) => facts.addresses))],
      dns: results.flatMap(({ facts }) => facts.dns ?? []),
      attempts: results.flatMap(({ facts }) => facts.attempts ?? []),
      paths: paths.map(({ path, result: { status: its, reason, facts, stages } }) => ({
        path,
        address: facts.address,
        status: its,
        reason,
        stages,
      })),
    },
    warnings: [...new Set(paths.flatMap(({ path, result }) => result.warnings.map((warning) => `${path}: ${warning}`)))],
    transcript: trimTranscript(results.flatMap(({ transcript }) => transcript)),
    ...(retryAt === undefined ? {} : { retryAt }),
  };
}

function statusOf(statuses: Status[]): Status {
  if (statuses.every((status) => status === "up")) return "up";
  const judged = statuses.filter((status) => status !== "unknown");
  if (judged.length > 0 && judged.every((status) => status === "down")) return "down";
  return judged.some((status) => status !== "up") ? "degraded" : "unknown";
}

/** The way whose reason is told: what is wrong with the server comes before what is wrong with us. */
function badness({ status, reason }: CheckResult): number {
  const rank = (["up", "unknown", "degraded", "down"] as const).indexOf(status);
  return isStoppedLogin(reason?.code) ? rank - 0.5 : rank; // another way tells why
}

function named({ path, result: { reason } }: WalkedPath): Reason | null {
  return reason && { ...reason, detail: reason.detail === null ? `on ${path}` : `${path}: ${reason.detail}` };
}
