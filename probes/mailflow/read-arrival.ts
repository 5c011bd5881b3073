import type { Arrival, OwnMethod, OwnVerdict } from "#core/arrival/arrival.ts";
import { readAuthenticationResults } from "#core/arrival/authentication-results.ts";
import { bounded, MOST_HOPS, withKnownProperties } from "#core/arrival/bounded.ts";
import { changedHeaders } from "#core/arrival/changed-headers.ts";
import { clientOf } from "#core/arrival/client-of.ts";
import { valuesOf, type HeaderField } from "#core/arrival/header-field.ts";
import { isOrdinary } from "#core/arrival/is-ordinary.ts";
import { headerEnd, readFields } from "#core/arrival/read-fields.ts";
import { hopDelaysMs, readPath } from "#core/arrival/received.ts";
import { readSignatures } from "#core/arrival/signatures.ts";
import { readSpamVerdict } from "#core/arrival/spam-verdict.ts";
import { lookUpRecords } from "#network/look-up-records.ts";
import type { ProbeOptions } from "../probe.ts";
import { authenticate } from "./authenticate.ts";

/** A message as it was found. `raw` is its bytes as Latin-1, of a large one only the beginning; `sizeBytes` is what its server says of its size. */
export type FoundMessage = { raw: string; sizeBytes: number | null; folder: string; isJunk: boolean; arrivedAt: number };

/** The same message as it was sent: its text, the sender of its envelope, and when its first server took it. */
export type SentMessage = { text: string; sender: string; at: number };

/** What takes the secrets of the check out of a text: whoever wrote into the message may know them. */
export type Told = (text: string) => string;

/** Whom to ask about names, and how long. */
export type Asking = Pick<ProbeOptions, "dnsServers" | "secondDnsServers" | "allowPrivate"> & { limitMs: number };

/** Ten for SPF with its exchanges and pointers, two for DMARC, one for each signature. */
const MOST_LOOKUPS = 60;

/**
 * Reads what became of a message. Whoever has the mailbox or a server on the way may have written anything into it: what is told is of bounded length
 * and number, nothing in it is opened, and nothing is asked for but DNS records.
 */
export async function readArrival(found: FoundMessage, sent: SentMessage, asking: Asking, told: Told): Promise<Arrival> {
  const asWritten = readFields(found.raw);
  const toldField = ({ name, value }: HeaderField) => ({ name: told(name), value: told(value) });
  const fields = asWritten.map(toldField); // before anything is read out of it: half of a secret, nobody knows again
  const saysSecret = fields.some(({ value }, index) => value !== asWritten[index]!.value);
  const hops = readPath(fields);
  const delaysMs = hopDelaysMs(hops, sent.at);
  return {
    ...bounded({
      folder: found.folder,
      ours: withDetails(await ownVerdicts(found, sent, asking), !saysSecret),
      theirs: withKnownProperties(readAuthenticationResults(fields)),
      spam: readSpamVerdict(fields),
      signatures: readSignatures(fields),
      headers: changedHeaders(readFields(sent.text).map(toldField), fields),
    }),
    hops: bounded(
      hops.map((hop, index) => ({ ...hop, delayMs: delaysMs[index]! })),
      MOST_HOPS,
    ),
    isJunk: found.isJunk,
    sizeBytes: found.sizeBytes ?? found.raw.length,
    sentAt: sent.at,
    arrivedAt: found.arrivedAt,
    delayMs: Math.max(0, found.arrivedAt - sent.at),
  };
}

/** A verdict's detail names what stands in the message as it is: not where a secret stands there. */
function withDetails(ours: Record<OwnMethod, OwnVerdict | null>, isWanted: boolean): typeof ours {
  if (isWanted) return ours;
  return { spf: bare(ours.spf), dkim: bare(ours.dkim), dmarc: bare(ours.dmarc), arc: bare(ours.arc) };
}

function bare(verdict: OwnVerdict | null): OwnVerdict | null {
  return verdict && { ...verdict, detail: null };
}

async function ownVerdicts(
  { raw, sizeBytes, arrivedAt }: FoundMessage,
  sent: SentMessage,
  { dnsServers, secondDnsServers = [], allowPrivate, limitMs }: Asking,
): Promise<Record<OwnMethod, OwnVerdict | null>> {
  const fields = readFields(raw);
  const [returnPath] = valuesOf(fields, "Return-Path").map((value) => /^<?([^<>\s]*)>?$/.exec(value)?.[1]);
  const isWhole = sizeBytes === null || raw.length >= sizeBytes;
  const examined = {
    raw: isWhole && isOrdinary(raw) ? Buffer.from(asOnTheWire(raw), "latin1") : null,
    client: clientOf(fields),
    sender: returnPath ?? sent.sender,
    arrivedAt,
  };
  const asked = { servers: dnsServers, secondServers: secondDnsServers };
  return lookUpRecords(asked, { limitMs, most: MOST_LOOKUPS, allowPrivate }, (lookUp) => authenticate(examined, lookUp));
}

/** A mailbox may keep lines that end with LF alone, and a message without a body needs not have the line that ends its header. */
function asOnTheWire(raw: string): string {
  const text = raw.replace(/(?<!\r)\n/g, "\r\n");
  return headerEnd(text) === text.length ? `${text.trimEnd()}\r\n\r\n` : text;
}
