import { joinPaths } from "#core/check/join-paths.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { ADDRESSES, facts, factsBefore } from "./facts.ts";
import { bye, failing, hello, lookup, reach, secured } from "./parts.ts";

const PORT = 25;
const GAVE_UP_AFTER_MS = 10_000;

/** A check of both families that went well. */
export function goodOverBoth(host: string, port: number, now: number): SeededDialogue {
  return overBoth(goodOver("IPv4", host, port, now), goodOver("IPv6", host, port, now));
}

/** Checks of both families of which one did not go well. */
export const REACH_TROUBLE = {
  ipv6Dead: (host: string, now: number) => {
    const addresses = [ADDRESSES.IPv6];
    const reason: Reason = { code: "connect.timeout", stage: "connect", reply: null, detail: `${ADDRESSES.IPv6} timeout` };
    const attempts = [{ address: ADDRESSES.IPv6, failure: "timeout", ms: GAVE_UP_AFTER_MS } as const];
    const dead = dialogue("down", reason, { ...factsBefore({ addresses }), address: null, attempts }, [
      ...lookup(host, addresses),
      failing(reason, GAVE_UP_AFTER_MS),
    ]);
    return overBoth(goodOver("IPv4", host, PORT, now), dead);
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;

function goodOver(family: keyof typeof ADDRESSES, host: string, port: number, now: number): SeededDialogue {
  const addresses = [ADDRESSES[family]];
  return dialogue("up", null, facts(host, now, { addresses }), [
    ...reach(host, port, addresses),
    ...hello(host),
    ...secured(host, now),
    ...bye,
  ]);
}

function overBoth(ipv4: SeededDialogue, ipv6: SeededDialogue): SeededDialogue {
  const { transcript, ...joined } = joinPaths([
    { path: "IPv4", result: resultOf(ipv4, "IPv4") },
    { path: "IPv6", result: resultOf(ipv6, "IPv6") },
  ]);
  return { ...joined, lines: transcript };
}

function resultOf({ lines, ...seen }: SeededDialogue, path: string): CheckResult {
  const durationMs = lines.at(-1)?.atMs ?? 0;
  return { ...seen, startedAt: 0, durationMs, transcript: lines.map((line) => ({ ...line, path })) };
}
