import { randomInt } from "node:crypto";

/**
 * An address of loopback that nobody else uses: with one of its own, a server can have whatever ports it likes. Linux answers at all
 * of 127.0.0.0/8.
 */
export function ownAddress(): string {
  return ["127", ...[64, 0, 1].map((least) => randomInt(least, 255))].join(".");
}
