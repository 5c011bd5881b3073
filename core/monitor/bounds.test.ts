import fc from "fast-check";
import { expect, test } from "vitest";
import { DISGUISED, DRESSED, LOOPBACK_NAMES, METADATA, PRIVATE, PUBLIC, UNUSABLE } from "#testing/address-corpus.ts";
import { printFigure } from "#testing/print-figure.ts";
import { boundsOf, fieldOutOfBounds, isAddressAllowed, isPortAllowed, type Bounds } from "./bounds.ts";
import { hostSchema } from "./host.ts";
import { MAIL_PORTS } from "./port.ts";

const ownAddresses = ["8.8.4.4", "2A00:1450:0::53", "no address"];
const HOSTED = boundsOf({ isEmbedded: false, ports: undefined, ownAddresses });
const EMBEDDED = boundsOf({ isEmbedded: true, ports: undefined, ownAddresses });

/** What saving a monitor of this host comes to: the input is refused, it is out of bounds, or it is taken. */
function saved(text: string, bounds: Bounds): "refused" | "out of bounds" | "taken" {
  const host = hostSchema.safeParse(text);
  if (!host.success) return "refused";
  return fieldOutOfBounds({ host: host.data, port: 25 }, bounds) === null ? "taken" : "out of bounds";
}

test("hosted, no spelling of an address that is not public can be saved or connected to, and its neighbours can", () => {
  const bad = [...PRIVATE, ...METADATA, ...UNUSABLE, ...DISGUISED, ...DRESSED, ...LOOPBACK_NAMES];
  expect(bad.length).toBeGreaterThanOrEqual(120);
  expect(bad.filter((host) => saved(host, HOSTED) === "taken")).toEqual([]);
  expect(bad.filter((host) => isAddressAllowed(host, HOSTED))).toEqual([]);
  expect(PUBLIC.filter((host) => saved(host, HOSTED) !== "taken")).toEqual([]);
  expect(PUBLIC.filter((host) => !isAddressAllowed(host, HOSTED))).toEqual([]);
  printFigure(
    "S01",
    `${bad.length}/${bad.length} spellings blocked at save and at connect, ${PUBLIC.length}/${PUBLIC.length} neighbours allowed`,
  );
});

test("embedded, private addresses are allowed, a cloud's metadata and what is no server's address never", () => {
  expect(PRIVATE.filter((host) => !isAddressAllowed(host, EMBEDDED))).toEqual([]);
  const never = [...METADATA, ...UNUSABLE, ...DISGUISED];
  expect(never.filter((host) => isAddressAllowed(host, EMBEDDED))).toEqual([]);
  expect(never.filter((host) => saved(host, EMBEDDED) === "taken")).toEqual([]);
  expect(LOOPBACK_NAMES.filter((host) => saved(host, EMBEDDED) !== "taken")).toEqual([]);
});

test("a name is only judged by the addresses it turns out to have", () => {
  const names = ["mx.example", "127.0.0.1.nip.example", "1.2.3.4.example", "10.in-addr.arpa", "0x7f.example", "a1", "mx-1.example"];
  expect(names.filter((name) => saved(name, HOSTED) !== "taken")).toEqual([]);
});

test("an address of our own is out of bounds however it is spelled", () => {
  const own = ["8.8.4.4", "::ffff:8.8.4.4", "::FFFF:808:404", "2a00:1450::53", "2A00:1450:0:0::53", "2a00:1450:0000::0053"];
  expect(own.filter((host) => saved(host, HOSTED) !== "out of bounds")).toEqual([]);
  expect(own.filter((host) => isAddressAllowed(host, HOSTED))).toEqual([]);
  expect(own.filter((host) => saved(host, { allowPrivate: false }) !== "taken")).toEqual([]);
});

test("hosted, only the mail ports are within bounds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
      expect(isPortAllowed(port, HOSTED)).toBe(MAIL_PORTS.includes(port));
      expect(fieldOutOfBounds({ host: "mx.example", port }, HOSTED)).toBe(MAIL_PORTS.includes(port) ? null : "port");
      expect(isPortAllowed(port, EMBEDDED)).toBe(true);
    }),
  );
});

const ofPorts = (isEmbedded: boolean, ports: number[] | "any") => boundsOf({ isEmbedded, ports, ownAddresses: [] });

test("settings open other ports, and close them in embedded mode", () => {
  expect(isPortAllowed(8025, ofPorts(false, "any"))).toBe(true);
  expect([25, 8025].map((port) => isPortAllowed(port, ofPorts(false, [8025])))).toEqual([false, true]);
  expect([25, 8025].map((port) => isPortAllowed(port, ofPorts(true, [8025])))).toEqual([false, true]);
});

test("embedded, our own addresses may be watched", () => {
  expect(isAddressAllowed("8.8.4.4", EMBEDDED)).toBe(true);
});
