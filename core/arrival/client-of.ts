import ipaddr from "ipaddr.js";
import { canonicalAddress } from "../check/address-class.ts";
import { withoutComments, type HeaderField } from "./header-field.ts";
import { isOneOrganisation } from "./organisation.ts";
import { readReceived, saidIn } from "./received.ts";

/** Who handed a message over: its address, and what it said it is called (HELO or EHLO). */
export type Client = { address: string; helo: string | null };

/** Addresses that say nothing outside the network they are in. */
const INSIDE = new Set([
  "private",
  "loopback",
  "linkLocal",
  "uniqueLocal",
  "carrierGradeNat",
  "unspecified",
  "broadcast",
  "multicast",
]);

/** "[192.0.2.1]" and "[IPv6:2001:db8::1]"; Microsoft leaves the brackets out. */
const LITERAL = /\[(?:IPv6:)?([\da-f.:]+)\]/i;
const BARE = /^(?:IPv6:)?([\da-f.:]+)$/i;

/**
 * Who handed a message to the receiver's border, which is whom SPF is about, as the trace fields tell it. Read from the receiver's end, it is the
 * first hop that came from a public address, and from somebody else: providers pass messages on from one public address of theirs to another, so a
 * hop between two names of one organisation counts only where there is no other. Null where no hop names a public address: then it is not to be
 * told. A trace field says what its server wrote; nobody vouches for those below the receiver's own.
 */
export function clientOf(fields: readonly HeaderField[]): Client | null {
  return borderOf(fields)?.client ?? null;
}

/** The trace field that tells so: where it stands among the fields, and by whom it is. */
export function borderOf(fields: readonly HeaderField[]): { index: number; client: Client; by: string | null } | null {
  const outside = fields.flatMap(({ name, value }, index) => {
    const client = name.toLowerCase() === "received" ? readClient(value) : null;
    return client === null || isInside(client.address) ? [] : [{ index, client, by: readReceived(value).by }];
  });
  return outside.find(({ client, by }) => !isOneOrganisation(client.helo, by)) ?? outside[0] ?? null;
}

/** What one trace field says of the sending side. A name in front is what it called itself, and an address there only that, if there is another. */
function readClient(value: string): Client | null {
  const [before = ""] = value.split(/\sby\s/i, 1);
  const { text, comments } = withoutComments(before);
  const [, name = ""] = /^from\s+(\S+)/i.exec(text) ?? [];
  const helo =
    comments.map((comment) => /\bhelo=(\S+)/i.exec(comment)?.[1]).find((each) => each !== undefined) ?? saidIn(comments) ?? name;
  const told = comments
    .filter((comment) => !/^helo=/i.test(comment))
    .map((comment) => (LITERAL.exec(comment) ?? BARE.exec(comment))?.[1]);
  const address = [...told, LITERAL.exec(name)?.[1]].map((each) => canonicalAddress(each ?? "")).find((each) => each !== null);
  return address ? { address, helo: helo === "" || LITERAL.test(helo) ? null : helo.toLowerCase() } : null;
}

function isInside(address: string): boolean {
  return INSIDE.has(ipaddr.parse(address).range());
}
