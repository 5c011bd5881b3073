import { randomBytes } from "node:crypto";

const BYTES = 16;
const CHARACTERS = 25;

/** The token of a run: 128 bits of chance in 25 lower-case letters and digits. */
export function makeToken(): string {
  const number = BigInt(`0x${randomBytes(BYTES).toString("hex")}`);
  return number.toString(36).padStart(CHARACTERS, "0");
}
