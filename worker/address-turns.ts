import { setTimeout as sleep } from "node:timers/promises";
import { canonicalAddress } from "#core/check/address-class.ts";
import { paceOf } from "#core/schedule/pace.ts";
import type { TakeTurn } from "#network/take-turn.ts";
import { startAddressClaims, type ClaimAnswer } from "./address-claims.ts";
import { watchCompany } from "./company.ts";
import type { Outage } from "./outage.ts";
import { createTurns } from "./turns.ts";

/** Leave to connect, counted over all workers and teams. */
export type AddressTurns = {
  takeTurn: TakeTurn;
  /** Waits until what was had is given back, so that nobody has to wait for it to end by itself. */
  stop(): Promise<void>;
};

/** A turn that another worker has is asked for again after this. */
const AGAIN_AFTER_MS = 100;

/** Somebody here who may connect; whether the other workers know. */
type Holder = { address: string; port: number; isKnown: boolean };

/**
 * At most one connection at a time to an address and port, and at most `perMinute` to an address (0 is no limit). Within this worker it is
 * first come, first served; between workers the database decides. A worker without a limit that is alone asks nobody, and
 * says who has turns when somebody comes.
 */
export function createAddressTurns(workerId: string, perMinute: number, outage: Outage): AddressTurns {
  const pace = paceOf(perMinute);
  const turnsHere = createTurns();
  const claims = startAddressClaims(workerId, pace, outage);
  const holders = new Set<Holder>();
  const company = pace === null ? watchCompany(workerId, outage) : null;
  company?.onCompany(() => {
    for (const holder of holders) {
      if (!holder.isKnown) void claims.claim({ ...holder, withinMs: 0 });
      holder.isKnown = true;
    }
  });

  const claimBefore = async (address: string, port: number, endsAtMs: number): Promise<ClaimAnswer> => {
    for (;;) {
      const withinMs = endsAtMs - performance.now();
      if (withinMs <= 0) return "taken";
      const answer = await claims.claim({ address, port, withinMs });
      if (answer !== "taken") return answer;
      await sleep(Math.min(AGAIN_AFTER_MS, Math.max(0, endsAtMs - performance.now())));
    }
  };

  return {
    async takeTurn(literal, port, withinMs) {
      const endsAtMs = performance.now() + withinMs;
      const address = canonicalAddress(literal) ?? literal;
      await company?.settled;
      const endHere = await turnsHere.take(`${address} ${port}`, endsAtMs - performance.now());
      if (endHere === null) return null;

      const holder: Holder = { address, port, isKnown: false };
      const end = () => {
        holders.delete(holder);
        if (holder.isKnown) claims.giveBack({ address, port });
        endHere();
      };
      const answer = company?.isAlone() ? "nobody-asked" : await claimBefore(address, port, endsAtMs);
      holder.isKnown = typeof answer !== "string" || answer === "too-late";
      if (answer === "taken" || answer === "too-late") {
        end();
        return null;
      }
      holders.add(holder);
      if (typeof answer !== "string" && answer.hadAfterMs > 0) await sleep(answer.hadAfterMs);
      return end;
    },
    async stop() {
      company?.stop();
      await claims.stop();
    },
  };
}
