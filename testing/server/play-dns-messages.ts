import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Socket } from "node:net";
import {
  AUTHENTIC_DATA,
  decode,
  encode,
  RECURSION_AVAILABLE,
  TRUNCATED_RESPONSE,
  type Answer,
  type DecodedPacket,
} from "dns-packet";
import { openDnsPort } from "./open-dns-port.ts";

/** One query that came. `nth` counts them from 1, over UDP and TCP. */
export type PlayedQuery = {
  message: DecodedPacket;
  name: string;
  type: string;
  isOverTcp: boolean;
  hasEdns: boolean;
  isChecked: boolean;
  nth: number;
  /** Sends bytes to whoever asked over UDP, but from another port. */
  sendFromElsewhere: (bytes: Buffer) => Promise<void>;
};

/** A server of which every byte is played. `address` is what goes among the DNS servers. */
export type PlayedMessages = { address: string; port: number; queries: PlayedQuery[]; close: () => Promise<void> };

/** What an answer says besides that it is one. `id` and `questions` are those of the query, unless it lies. */
export type Said = {
  rcode?: number;
  answers?: Answer[];
  authorities?: Answer[];
  isTruncated?: boolean;
  isSecure?: boolean;
  id?: number;
  questions?: DecodedPacket["questions"];
  errors?: { code: number; text?: string }[];
};

type Client = { port: number; address: string };
/** Whoever asks over TCP is reached by the connection. */
const NOBODY: Client = { port: 0, address: "" };

/** Answers each query with what `play` says, in its order: messages, or whatever other bytes; nothing where it says nothing. */
export async function playDnsMessages(
  play: (query: PlayedQuery) => readonly Buffer[] | Promise<readonly Buffer[]>,
): Promise<PlayedMessages> {
  const { port, overTcp, overUdp } = await openDnsPort();
  const elsewhere = createSocket("udp4").bind(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const queries: PlayedQuery[] = [];
  const take = (bytes: Buffer, isOverTcp: boolean, client: Client) => {
    const message = decode(bytes);
    const [question] = message.questions!;
    const query: PlayedQuery = {
      message,
      name: question!.name,
      type: question!.type,
      isOverTcp,
      hasEdns: message.additionals!.some(({ type }) => type === "OPT"),
      isChecked: !message.flag_cd,
      nth: queries.length + 1,
      sendFromElsewhere: (said) =>
        new Promise((resolve) => {
          elsewhere.send(said, client.port, client.address, () => resolve());
        }),
    };
    queries.push(query);
    return play(query);
  };
  const hear = async (bytes: Buffer, isOverTcp: boolean, client: Client, send: (said: Buffer) => void) => {
    for (const said of await take(bytes, isOverTcp, client)) send(said);
  };
  overUdp.on("message", (bytes, client) => {
    void hear(bytes, false, client, (said) => overUdp.send(said, client.port, client.address));
  });
  const clients = new Set<Socket>();
  overTcp.on("connection", (client) => {
    clients.add(client.on("close", () => clients.delete(client)).on("error", () => undefined));
    client.on("data", (bytes) => {
      void hear(bytes.subarray(2), true, NOBODY, (said) => client.write(afterLength(said)));
    });
  });
  return {
    address: `127.0.0.1:${port}`,
    port,
    queries,
    close: async () => {
      clients.forEach((client) => client.destroy());
      const closed = [overTcp, overUdp, elsewhere].map((each) => once(each, "close"));
      [overTcp, overUdp, elsewhere].forEach((each) => each.close());
      await Promise.all(closed);
    },
  };
}

/** An answer to a query. */
export function answerTo({ message }: Pick<PlayedQuery, "message">, said: Said = {}): Buffer {
  const options = (said.errors ?? []).map(({ code, text = "" }) => ({
    code: 15,
    data: Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(text)]),
  }));
  const opt = {
    type: "OPT",
    name: ".",
    udpPayloadSize: 1_232,
    extendedRcode: (said.rcode ?? 0) >> 4,
    ednsVersion: 0,
    flags: 0,
    options,
  };
  return encode({
    type: "response",
    id: said.id ?? message.id!,
    flags:
      RECURSION_AVAILABLE |
      ((said.rcode ?? 0) & 0xf) |
      (said.isTruncated === true ? TRUNCATED_RESPONSE : 0) |
      (said.isSecure === true ? AUTHENTIC_DATA : 0),
    questions: said.questions ?? message.questions!,
    answers: said.answers ?? [],
    authorities: said.authorities ?? [],
    additionals: [opt as unknown as Answer],
  });
}

/** What says how long it may be kept that there is nothing (RFC 2308). */
export function nothing(name: string, minimum = 60): Answer {
  return { type: "SOA", name, ttl: 300, data: { mname: `ns.${name}`, rname: `hostmaster.${name}`, minimum } };
}

function afterLength(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}
