import type { DomainRefusal, DomainWish } from "#core/domain/domain-wish.ts";
import { readDomainWish } from "#core/domain/domain-wish.ts";
import { DENIED } from "#core/monitor/deny-list.ts";
import { env } from "#env.ts";
import { startTrial } from "../monitor/change-monitor.ts";
import type { Viewer } from "../viewer.ts";

/** What the field of "check my domain" says, read as it would be checked from here. */
export function readDomain(typed: string): DomainWish {
  return readDomainWish(typed, env.EHLO_NAME);
}

/** Asks for one check of a whole domain, as a trial of the editor's team. */
export async function checkDomain(editor: Viewer, wish: DomainWish & { ok: true }): Promise<{ trialId: string } | DomainRefusal> {
  const outcome = await startTrial(editor, { ...wish, secret: { kind: "none" } }, null);
  if (typeof outcome === "object" && "trialId" in outcome) return outcome;
  if (outcome === "too-many") return outcome;
  if (typeof outcome === "string") return "out-of-bounds";
  if (outcome.refused.field === null) return "withheld";
  return outcome.refused.sentence === DENIED ? "denied" : "out-of-bounds";
}
