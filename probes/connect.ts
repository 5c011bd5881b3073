import type { ConnectFailure, Reason } from "#core/reason.ts";
import type { Facts } from "#core/result.ts";
import { isAllowed } from "#network/address-guard.ts";
import type { AddressFailure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";

/** A name may have thousands of addresses; this many are tried. */
const MOST_ADDRESSES = 5;

/** How long one address may take while others are left, in ms: time for a first SYN and for one that is sent again. */
const ONE_OF_SEVERAL_MS = 3_000;

/** Where addresses fail in different ways, the reason is what says most about the server. */
const TELLING: readonly ConnectFailure[] = ["refused", "timeout", "unreachable", "failed", "no-route", "blocked"];

type Attempt = AddressFailure & { address: string };

/**
 * The stage `connect` of every kind: tries the addresses that may be watched, one after the other, until one accepts. Where the
 * address guard allows none the reason is `connect.blocked`, which is `down`: the monitor is set up wrongly, and `unknown` would
 * tell nobody. It is `connect.no-route`, which is `unknown`, only where no address can be reached from our own machine.
 */
export async function connect(session: Session, port: number, allowPrivate: boolean, facts: Facts): Promise<Reason | null> {
  const allowed = facts.addresses.filter((address) => isAllowed(address, allowPrivate)).slice(0, MOST_ADDRESSES);
  if (allowed.length === 0) return failed("blocked", "None of the addresses may be watched from here.");

  if (facts.addresses.some((address) => !isAllowed(address, allowPrivate))) {
    session.warn("Some of the addresses may not be watched from here and were passed over.");
  }

  const attempts: Attempt[] = [];
  for (const address of allowed) {
    if (session.deadline.hasPassed) break;
    const failure = await session.connect(address, port, shareOfTime(session, allowed.length - attempts.length));
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

function shareOfTime(session: Session, left: number): number {
  const remainingMs = session.deadline.remainingMs();
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
