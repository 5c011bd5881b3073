import { isIPv4 } from "node:net";
import { joinPaths, type WalkedPath } from "#core/join-paths.ts";
import type { SmtpTarget } from "#core/monitor.ts";
import type { CheckResult } from "#core/result.ts";
import { LoginTurns } from "#protocols/smtp/auth/login-turns.ts";
import { MOST_ADDRESSES } from "./connect.ts";
import type { ProbeOptions } from "./probe.ts";
import { findAddresses, walkSmtp } from "./walk-smtp.ts";
import type { Way } from "./way.ts";

/**
 * Meets an SMTP server the way a mail client does, as far as the monitor says, and takes leave. Where several ways to the server have
 * to work they are walked side by side, and each is judged. Never throws for what the server did. Ends with the time limit at the
 * latest; the farewell may take one more second of it, never more.
 */
export function probeSmtp(target: SmtpTarget, options: ProbeOptions): Promise<CheckResult> {
  switch (target.reach ?? "any") {
    case "any":
      return walkSmtp(target, {}, options);
    case "ipv4":
      return walkSmtp(target, { families: ["A"] }, options);
    case "ipv6":
      return walkSmtp(target, { families: ["AAAA"] }, options);
    case "both":
      return walkAll(target, [{ name: "IPv4", families: ["A"] }, { name: "IPv6", families: ["AAAA"] }], options); // prettier-ignore
    case "each":
      return walkEach(target, options);
  }
}

/** Every address on its own; one lookup finds them. */
async function walkEach(target: SmtpTarget, options: ProbeOptions): Promise<CheckResult> {
  const startedAtMs = performance.now();
  const { addresses, result } = await findAddresses(target, options);
  if (addresses.length < 2) return result ?? walkSmtp(target, {}, options);
  const timeLimitMs = Math.max(1, options.timeLimitMs - (performance.now() - startedAtMs));
  const ways = addresses
    .slice(0, MOST_ADDRESSES)
    .map((address) => ({ name: isIPv4(address) ? address : `[${address}]`, addresses: [address] }));
  return walkAll(target, ways, { ...options, timeLimitMs });
}

async function walkAll(target: SmtpTarget, ways: (Way & { name: string })[], options: ProbeOptions): Promise<CheckResult> {
  const logins = new LoginTurns();
  const walked = ways.map(async (way): Promise<WalkedPath> => ({
    path: way.name,
    result: await walkSmtp(target, { ...way, logins }, options),
  }));
  return joinPaths(await Promise.all(walked));
}
