import { connect } from "node:net";
import type { ServerAddress } from "./dns-servers.ts";
import type { Heard, Query } from "./exchange.ts";
import { readMessage } from "./message.ts";
import { isAnswerTo } from "./read-answer.ts";

/** A message over TCP comes after its length (RFC 1035 section 4.2.2). */
const LENGTH_BYTES = 2;

/** Asks over TCP, once, over a connection of its own. */
export function askOverTcp({ address, port }: ServerAddress, { id, question, bytes }: Query, limitMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, noDelay: true });
    const end = (heard: Heard) => {
      clearTimeout(limit);
      socket.destroy();
      resolve(heard);
    };
    const fail = (detail: string) => end({ outcome: "malformed", detail: `${address} ${detail}` });
    const limit = setTimeout(() => end({ outcome: "timeout", detail: `${address} did not answer over TCP` }), limitMs);
    socket.on("error", (error: NodeJS.ErrnoException) =>
      end({ outcome: "unreachable", detail: `${address} ${error.code ?? error.message} over TCP` }),
    );
    socket.on("close", () => fail("closed the connection without an answer"));
    socket.on("connect", () => socket.write(Buffer.concat([lengthOf(bytes), bytes])));

    let heard = Buffer.alloc(0);
    socket.on("data", (piece) => {
      heard = Buffer.concat([heard, piece]); // it grows to 64 KiB at most: what is longer ends here
      if (heard.length < LENGTH_BYTES) return;
      const length = heard.readUInt16BE(0);
      if (heard.length < LENGTH_BYTES + length) return;
      const message = readMessage(heard.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
      if (message === null || !isAnswerTo(question, id, message)) fail(`sent ${length} bytes that are no answer over TCP`);
      else end({ message });
    });
  });
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(bytes.length);
  return length;
}
