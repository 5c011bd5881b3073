import ipaddr from "ipaddr.js";
import { canonicalAddress } from "../check/address-class.ts";
import { valuesOf, withoutComments, type HeaderField } from "./header-field.ts";
import { readReceived } from "./received.ts";

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
  const outside = valuesOf(fields, "Received").flatMap((value) => {
    const client = readClient(value);
    return client === null || isInside(client.address) ? [] : [{ client, by: readReceived(value).by }];
  });
  const atBorder = outside.find(({ client, by }) => !isOneOrganisation(client.helo, by));
  return (atBorder ?? outside[0])?.client ?? null;
}

/** What one trace field says of the sending side. A name in front is what it called itself, and an address there only that, if there is another. */
function readClient(value: string): Client | null {
  const [before = ""] = value.split(/\sby\s/i, 1);
  const { text, comments } = withoutComments(before);
  const [, name = ""] = /^from\s+(\S+)/i.exec(text) ?? [];
  const helo = comments.map((comment) => /\bhelo=(\S+)/i.exec(comment)?.[1]).find((each) => each !== undefined) ?? name;
  const told = comments
    .filter((comment) => !/^helo=/i.test(comment))
    .map((comment) => (LITERAL.exec(comment) ?? BARE.exec(comment))?.[1]);
  const address = [...told, LITERAL.exec(name)?.[1]].map((each) => canonicalAddress(each ?? "")).find((each) => each !== null);
  return address ? { address, helo: helo === "" || LITERAL.test(helo) ? null : helo.toLowerCase() } : null;
}

function isInside(address: string): boolean {
  return INSIDE.has(ipaddr.parse(address).range());
}

/** Whether two names are of one organisation, as far as that shows: they end alike, and in more than what is registered under ("co.uk"). */
function isOneOrganisation(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && organisationOf(one) === organisationOf(other);
}

function organisationOf(name: string): string {
  const labels = name.toLowerCase().replace(/\.$/, "").split(".");
  const isCountrys = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  return labels.slice(isCountrys ? -3 : -2).join(".");
}
