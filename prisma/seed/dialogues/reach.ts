import { joinPaths } from "#core/join-paths.ts";
import type { CheckResult } from "#core/result.ts";
import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { facts, goodDialogue } from "./good.ts";

/** Checks of both families of which one did not go well. */
export const REACH_TROUBLE = {
  ipv6Dead: (host: string, now: number) => {
    const [ipv4, ipv6] = facts(host, now).addresses;
    const dead = dialogue(
      "down",
      { code: "connect.timeout", stage: "connect", reply: null, detail: `${ipv6} did not answer within 10 s.` },
      { ...facts(host, now), addresses: [ipv6!], address: null, banner: null, capabilities: [], tls: null, certificate: null },
      [
        ["note", "dns", 3.9, `${host} is ${ipv6}`],
        ["note", "connect", 10_000, `[${ipv6}]:25 did not answer`],
      ],
    );
    const good = goodDialogue(host, now);
    const { transcript, ...joined } = joinPaths([
      { path: "IPv4", result: resultOf({ ...good, facts: { ...good.facts, addresses: [ipv4!] } }, "IPv4") },
      { path: "IPv6", result: resultOf(dead, "IPv6") },
    ]);
    return { ...joined, lines: transcript };
  },
} satisfies Record<string, (host: string, now: number) => SeededDialogue>;

function resultOf({ lines, ...seen }: SeededDialogue, path: string): CheckResult {
  const durationMs = lines.at(-1)?.atMs ?? 0;
  return { ...seen, startedAt: 0, durationMs, transcript: lines.map((line) => ({ ...line, path })) };
}
