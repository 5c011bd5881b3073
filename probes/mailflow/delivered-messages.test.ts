import { afterAll, beforeAll, expect, test } from "vitest";
import { clientOf } from "#core/arrival/client-of.ts";
import { isJunkFolder } from "#core/arrival/junk-folder.ts";
import { readFields } from "#core/arrival/read-fields.ts";
import { SENT, SENT_AT, type DeliveredMessage } from "#testing/corpus/messages/delivered-message.ts";
import { DELIVERED_MESSAGES } from "#testing/corpus/messages/delivered-messages.ts";
import { playDns, type PlayedDns } from "#testing/server/play-dns.ts";
import { readArrival } from "./read-arrival.ts";

let dns: PlayedDns;
beforeAll(async () => {
  dns = await playDns(() => "nxdomain");
});
afterAll(() => dns.close());

/** The message with what is read of it as it lies in a mailbox: bytes, its lines ending with CRLF. */
async function readOf({ by, raw, folder }: DeliveredMessage): Promise<DeliveredMessage> {
  const bytes = Buffer.from(raw.replaceAll("\n", "\r\n"), "utf8").toString("latin1");
  const { isJunk, hops, theirs, spam, headers } = await readArrival(
    { raw: bytes, sizeBytes: null, folder, isJunk: isJunkFolder(folder), arrivedAt: SENT_AT + 15_000 },
    { text: SENT.replaceAll("\n", "\r\n"), sender: "probe@example.org", at: SENT_AT },
    { dnsServers: [dns.address], allowPrivate: true, limitMs: 2_000 },
    (text) => text,
  );
  return {
    by,
    raw,
    folder,
    isJunk,
    client: clientOf(readFields(bytes))?.address ?? null,
    path: hops.map(({ from, by, protocol, tls, delayMs }) => [from, by, protocol, tls, delayMs]),
    theirs: theirs.map(({ verdicts, ...rest }) => ({
      ...rest,
      verdicts: verdicts.map(({ method, result }) => `${method}=${result}`),
    })),
    spam,
    headers,
  };
}

test.each(DELIVERED_MESSAGES.map((message) => [message.by, message] as const))(
  "what became of a message is read as it is delivered by %s",
  async (_, message) => {
    expect(await readOf(message)).toEqual(message);
  },
);
