import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";
import type { ServerAddress } from "./dns-servers.ts";
import type { Heard, Query } from "./exchange.ts";
import { readMessage } from "./message.ts";
import { isAnswerTo } from "./read-answer.ts";

/**
 * Asks over UDP, once, from a port that the system chooses at random. What comes from elsewhere the system keeps back, because the socket is
 * connected; what has another id or another question is somebody else's answer, and not listened to (RFC 5452 section 9.1).
 */
export function askOverUdp({ address, port }: ServerAddress, { id, question, bytes }: Query, limitMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
    let hasEnded = false;
    const end = (heard: Heard) => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(limit);
      socket.close();
      resolve(heard);
    };
    const fail = (error: NodeJS.ErrnoException) =>
      end({ outcome: "unreachable", detail: `${address} ${error.code ?? error.message}` });
    const limit = setTimeout(() => end({ outcome: "timeout", detail: `${address} did not answer` }), limitMs);
    socket.on("error", fail); // a closed port says so, once something was sent there
    socket.on("message", (answer) => {
      if (answer.length < 2 || answer.readUInt16BE(0) !== id) return;
      const message = readMessage(answer);
      if (message === null) end({ outcome: "malformed", detail: `${address} sent ${answer.length} bytes that are no answer` });
      else if (isAnswerTo(question, id, message)) end({ message });
    });
    socket.connect(port, address, (error?: Error) => {
      if (error !== undefined) fail(error);
      else if (!hasEnded) socket.send(bytes);
    });
  });
}
