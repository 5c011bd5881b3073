import net from "node:net";
import { isSameAddress } from "#core/check/address-class.ts";
import type { AddressFailure } from "./failure.ts";

/** What arrived is copied out of it before anything else is read: one is enough for all connections. */
const READ_BUFFER = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * Options that a socket of Node's sets to these values itself, on a copy of those it is given. Where they are there already the copy keeps
 * its shape, and making a socket costs 8 µs less.
 */
const AS_NODE_SETS_THEM = { allowHalfOpen: false, emitClose: false, autoDestroy: true, decodeStrings: false };

/** Begins to connect to an address literal. What arrives is handed to `read`, which says whether to go on, and is gone when it returns. */
export function openSocket(address: string, port: number, read: (length: number, bytes: Uint8Array) => boolean): net.Socket {
  const onread = { buffer: READ_BUFFER, callback: read };
  return net.connect({ host: address, port, noDelay: true, onread, ...AS_NODE_SETS_THEM });
}

/** Why a socket that is connected is not where it was to go; null where it is. */
export function whereItGot(address: string, reached: string | undefined): AddressFailure | null {
  if (reached === undefined || isSameAddress(address, reached)) return null;
  return { failure: "blocked", detail: `reached ${reached} instead of ${address}` };
}
