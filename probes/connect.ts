import type { ConnectFailure, Reason } from "#core/reason.ts";
import type { Facts } from "#core/result.ts";
import { isAllowed } from "#network/address-guard.ts";
import type { AddressFailure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import type { ProbeOptions } from "./probe.ts";

/** A name may have thousands of addresses; this many are tried. */
export const MOST_ADDRESSES = 5;

/** How long one address may take while others are left, in ms: time for a first SYN and for one that is sent again. */
const ONE_OF_SEVERAL_MS = 3_000;

/** Where addresses fail in different ways, the reason is what says most about the server. */
const TELLING: readonly ConnectFailure[] = ["refused", "timeout", "unreachable", "failed", "busy", "no-route", "blocked"];

type Attempt = AddressFailure & { address: string };

/**
 * The stage `connect` of every kind: tries the addresses that may be watched, one after the other, until one accepts. Where the
 * address guard allows none the reason is `connect.blocked`, which is `down`: the monitor is set up wrongly, and `unknown` would
 * tell nobody. It is `connect.no-route`, which is `unknown`, only where no address can be reached from our own machine.
 */
export async function connect(session: Session, port: number, options: ProbeOptions, facts: Facts): Promise<Reason | null> {
  const { allowPrivate } = options;
  const allowed = facts.addresses.filter((address) => isAllowed(address, allowPrivate)).slice(0, MOST_ADDRESSES);
  if (allowed.length === 0) return failed("blocked", "None of the addresses may be watched from here.");

  if (facts.addresses.some((address) => !isAllowed(address, allowPrivate))) {
    session.warn("Some of the addresses may not be watched from here and were passed over.");
  }

  const attempts: Attempt[] = [];
  for (const address of allowed) {
    if (session.remainingMs() === 0) break;
    const startedAtMs = performance.now();
    const failure = await reach(session, address, port, options, shareOfTime(session, allowed.length - attempts.length));
    (facts.attempts ??= []).push({ address, failure: failure?.failure ?? null, ms: performance.now() - startedAtMs });
    if (failure === null) {
      facts.address = address;
      session.note(`connected to ${address} port ${port}`);
      warnOf(attempts, session);
      return null;
    }
    attempts.push({ address, ...failure });
  }
  const failure = TELLING.find((telling) => attempts.some((attempt) => attempt.failure === telling)) ?? "timeout";
  return failed(failure, attempts.map(({ address, failure, detail }) => `${address} ${detail ?? failure}`).join(", "));
}

/** Connects once there is leave to; the leave ends with the session. */
async function reach(
  session: Session,
  address: string,
  port: number,
  { takeTurn }: ProbeOptions,
  limitMs: number,
): Promise<AddressFailure | null> {
  if (takeTurn !== undefined) {
    const giveUp = await takeTurn(address, port, session.remainingMs());
    if (giveUp === null) return { failure: "busy", detail: "was busy with other checks" };
    session.onClose(giveUp);
  }
  return session.connect(address, port, limitMs);
}

function shareOfTime(session: Session, left: number): number {
  const remainingMs = session.remainingMs();
  return left === 1 ? remainingMs : Math.min(ONE_OF_SEVERAL_MS, remainingMs / left);
}

/** An address that is dead beside one that answers is worth a word; one we have no route to says nothing about the server. */
function warnOf(attempts: Attempt[], session: Session): void {
  for (const { address, failure, detail } of attempts) {
    if (failure !== "no-route") session.warn(`The address ${address} does not accept connections (${detail ?? failure}).`);
  }
}

function failed(failure: ConnectFailure, detail: string): Reason {
  return { code: `connect.${failure}`, stage: "connect", reply: null, detail };
}
