import { isIPv4 } from "node:net";
import { joinPaths, type WalkedPath } from "#core/check/join-paths.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { DialogueTarget } from "#core/monitor/monitor.ts";
import { LoginTurns } from "#protocols/sasl/login-turns.ts";
import { MOST_ADDRESSES } from "./connect.ts";
import type { ProbeOptions } from "./probe.ts";
import type { Protocol } from "./steps.ts";
import { findAddresses, walk } from "./walk.ts";
import type { Way } from "./way.ts";

/**
 * Meets a server on every way to it that has to work. Where those are several they are walked side by side, and each is judged. Never
 * throws for what the server did. Ends with the time limit at the latest; the farewell may take one more second of it, never more.
 */
export function reach<T extends DialogueTarget>(protocol: Protocol<T>, target: T, options: ProbeOptions): Promise<CheckResult> {
  switch (target.reach ?? "any") {
    case "any":
      return walk(protocol, target, {}, options);
    case "ipv4":
      return walk(protocol, target, { families: ["A"] }, options);
    case "ipv6":
      return walk(protocol, target, { families: ["AAAA"] }, options);
    case "both":
      return walkAll(protocol, target, [{ name: "IPv4", families: ["A"] }, { name: "IPv6", families: ["AAAA"] }], options); // prettier-ignore
    case "each":
      return walkEach(protocol, target, options);
  }
}

/** Every address on its own; one lookup finds them. */
async function walkEach<T extends DialogueTarget>(protocol: Protocol<T>, target: T, options: ProbeOptions): Promise<CheckResult> {
  const startedAtMs = performance.now();
  const { addresses, result } = await findAddresses(protocol, target, options);
  if (addresses.length < 2) return result ?? walk(protocol, target, {}, options);
  const timeLimitMs = Math.max(1, options.timeLimitMs - (performance.now() - startedAtMs));
  const ways = addresses
    .slice(0, MOST_ADDRESSES)
    .map((address) => ({ name: isIPv4(address) ? address : `[${address}]`, addresses: [address] }));
  return walkAll(protocol, target, ways, { ...options, timeLimitMs });
}

async function walkAll<T extends DialogueTarget>(
  protocol: Protocol<T>,
  target: T,
  ways: (Way & { name: string })[],
  options: ProbeOptions,
): Promise<CheckResult> {
  const logins = new LoginTurns();
  const walked = ways.map(async (way): Promise<WalkedPath> => ({
    path: way.name,
    result: await walk(protocol, target, { ...way, logins }, options),
  }));
  return joinPaths(await Promise.all(walked));
}
