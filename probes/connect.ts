import { setTimeout as pause } from "node:timers/promises";
import type { Facts } from "#core/check/result.ts";
import { OUT_OF_BOUNDS } from "#core/monitor/bounds.ts";
import { DENIED } from "#core/monitor/deny-list.ts";
import type { ConnectFailure, Reason } from "#core/reason/reason.ts";
import type { AddressFailure } from "#network/failure.ts";
import type { Session } from "#network/session.ts";
import type { ProbeOptions } from "./probe.ts";

/** A name may have thousands of addresses; this many are tried. */
export const MOST_ADDRESSES = 5;

/** How long one address may take while others are left, in ms: time for a first SYN and for one that is sent again. */
const ONE_OF_SEVERAL_MS = 3_000;

/** How long every refusal takes, in ms: far longer than it takes to tell one kind of address from another. */
const REFUSAL_MS = 10;

/** Where addresses fail in different ways, the reason is what says most about the server; one that was not even tried comes first. */
const TELLING: readonly ConnectFailure[] = ["busy", "refused", "timeout", "unreachable", "failed", "no-route", "blocked"];

type Attempt = AddressFailure & { address: string };

/**
 * The stage `connect` of every kind: tries the addresses that the address guard let through (see resolve), one after the other, until one
 * accepts. Where it let none through the reason is `connect.blocked`, which is `down`: the monitor is set up wrongly, and `unknown` would
 * tell nobody. It is `connect.no-route`, which is `unknown`, only where no address can be reached from our own machine.
 */
export async function connect(session: Session, port: number, options: ProbeOptions, facts: Facts): Promise<Reason | null> {
  if (facts.addresses.length === 0) {
    await pause(REFUSAL_MS);
    return failed("blocked", facts.isDenied ? DENIED : OUT_OF_BOUNDS);
  }

  const addresses = facts.addresses.slice(0, MOST_ADDRESSES);
  const attempts: Attempt[] = [];
  for (const address of addresses) {
    if (session.clock.remainingMs() === 0) break;
    const others = addresses.length - attempts.length - 1;
    const { failure, ms } = await reach(session, address, port, options, others);
    (facts.attempts ??= []).push({ address, failure: failure?.failure ?? null, ms });
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

type Reached = { failure: AddressFailure | null; ms: number };

/**
 * Connects once it has its turn, which ends with the connection. Waiting for it is no fault of the server's: it is not in `ms`, and takes
 * at most half of this address' share of the time, so that there is some left for the dialogue.
 */
async function reach(
  session: Session,
  address: string,
  port: number,
  { takeTurn }: ProbeOptions,
  others: number,
): Promise<Reached> {
  const withinMs = session.clock.deadline.remainingMs() / (others + 1) / 2;
  const endTurn = takeTurn && (await session.clock.outsideOfTime(takeTurn(address, port, withinMs)));
  if (endTurn === null) return { failure: { failure: "busy", detail: "was busy with other checks" }, ms: 0 };
  const startedAtMs = performance.now();
  const failure = await session.connect(address, port, shareOfTime(session, others));
  if (failure === null && endTurn) session.onClose(endTurn);
  else endTurn?.();
  return { failure, ms: performance.now() - startedAtMs };
}

function shareOfTime(session: Session, others: number): number {
  const remainingMs = session.clock.remainingMs();
  return others === 0 ? remainingMs : Math.min(ONE_OF_SEVERAL_MS, remainingMs / (others + 1));
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
