import { once } from "node:events";
import type { Socket } from "node:net";
import {
  readQuestion,
  writeAlias,
  writeAnswer,
  writeExchanges,
  writeRoot,
  writeTexts,
  type DnsAnswer,
  type DnsQuestion,
  type Family,
  type MailAnswer,
} from "./dns-message.ts";
import { openDnsPort } from "./open-dns-port.ts";

export type { DnsAnswer, Family, MailAnswer } from "./dns-message.ts";

/** A DNS server on loopback. `address` is what goes among the DNS servers of a probe. */
export type PlayedDns = { address: string; questions: string[]; close(): Promise<void> };

/** The TXT records of a name, each in its pieces. */
type TextAnswer = readonly (readonly string[])[] | "silence";

/** What fits into a datagram (RFC 1035 section 4.2.1) and into a message over TCP (section 4.2.2). */
const UDP_BYTES = 512;
const TCP_BYTES = 65_535;

/**
 * Answers each question by `zone`, over UDP and, where that is too small, over TCP; an empty list of addresses is NODATA. It knows the root
 * like any resolver, unless it is cut off from the world. `texts` are the TXT records of names, each in its pieces, and `mail` says who takes the
 * mail of a name; nobody in particular where it is not there.
 */
export async function playDns(
  zone: (name: string, family: Family) => DnsAnswer,
  {
    isCutOff = false,
    texts = {},
    mail = {},
  }: { isCutOff?: boolean; texts?: Readonly<Record<string, TextAnswer>>; mail?: Readonly<Record<string, MailAnswer>> } = {},
): Promise<PlayedDns> {
  const questions: string[] = [];
  const answer = (question: DnsQuestion, mostBytes: number): Buffer | null => {
    const { name, type } = question;
    if (type === null) throw new Error("Only A, AAAA, CNAME, MX, TXT and the NS of the root are played.");
    if (type === "TXT") {
      const said = texts[name] ?? [];
      return said === "silence" ? null : writeTexts(question, said);
    }
    if (type === "MX") {
      const takes = mail[name] ?? [];
      return takes === "silence" ? null : writeExchanges(question, takes);
    }
    if (type === "CNAME") {
      const found = zone(name, "A");
      return found === "silence" || found === "garbage" ? null : writeAlias(question, found);
    }
    if (type === "NS") return isCutOff ? null : writeRoot(question);
    if (mostBytes === UDP_BYTES) questions.push(`${name} ${type}`); // once, if it comes again over TCP
    const said = zone(name, type);
    return said === "silence" ? null : writeAnswer(question, said, mostBytes);
  };

  const { port, overTcp, overUdp } = await openDnsPort();
  const clients = new Set<Socket>();
  overTcp.on("connection", (client) => {
    clients.add(client.on("close", () => clients.delete(client)).on("error", () => undefined));
    client.on("data", (query) => {
      const reply = answer(readQuestion(query.subarray(2)), TCP_BYTES);
      if (reply === null) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(reply.length);
      client.write(Buffer.concat([length, reply]));
    });
  });
  overUdp.on("message", (query, client) => {
    const reply = answer(readQuestion(query), UDP_BYTES);
    if (reply !== null) overUdp.send(reply, client.port, client.address);
  });
  return {
    address: `127.0.0.1:${port}`,
    questions,
    close: async () => {
      clients.forEach((client) => client.destroy());
      overTcp.close();
      overUdp.close();
      await Promise.all([once(overTcp, "close"), once(overUdp, "close")]);
    },
  };
}
