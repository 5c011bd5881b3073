import { isStarttlsOffered, sightingOf, type Sighting } from "#core/change/seen.ts";
import { sightingHash } from "#core/change/sighting-hash.ts";
import { hasRefusedLogin } from "#core/check/login-refusal.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { FinishedCheck } from "./finished-check.ts";

/** A check that saw something other than the one before it, and what. */
export type NewSighting = { check: FinishedCheck; sighting: Sighting };

/**
 * Keeps in the health what the checks to come have to know of this one: that STARTTLS was offered, that the login was refused. Returns what
 * it saw of the server where that is not what the one before it saw.
 */
export function rememberCheck(row: HealthRow, check: FinishedCheck): NewSighting | null {
  const { result } = check;
  if (isStarttlsOffered(result)) row.starttlsRevision = row.revision;
  if (hasRefusedLogin(result)) row.loginRefusedRevision = row.revision;
  const hash = sightingHash(row.revision, result);
  if (hash === null || hash === row.seenHash) return null;
  row.seenHash = hash;
  return { check, sighting: sightingOf(result) };
}
