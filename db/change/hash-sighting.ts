import { createHash } from "node:crypto";
import { sightingKey, type Sighting } from "#core/seen.ts";

/** A number to compare a sighting by with the one before it, of the same revision of a monitor. */
export function hashSighting(revision: number, sighting: Sighting): number {
  return createHash("sha256")
    .update(`${revision} ${sightingKey(sighting)}`)
    .digest()
    .readInt32BE();
}
