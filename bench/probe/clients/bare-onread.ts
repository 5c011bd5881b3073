import { connect } from "node:net";
import { EHLO_NAME } from "../../bare-dialogue.ts";
import { readTarget, serveBatches } from "../serve-batches.ts";
import { verdictOn } from "../verdict-on.ts";

const { host, port } = readTarget();
const EHLO = Buffer.from(`EHLO ${EHLO_NAME}\r\n`);
const QUIT = Buffer.from("QUIT\r\n");
const shared = Buffer.allocUnsafeSlow(65_536);
/** What Node adds to a copy of the options otherwise, which costs more than all the rest of making a socket. */
const AS_NODE_SETS_THEM = { allowHalfOpen: false, emitClose: false, autoDestroy: true, decodeStrings: false };

/** As lean as Node allows: one buffer that all sockets read into, nothing made into strings. Takes each reply to come in one piece. */
function dialogue(): Promise<boolean> {
  return new Promise((resolve) => {
    let replies = 0;
    const callback = (length: number) => {
      const verdict = verdictOn(shared, length);
      if (verdict === "unfinished") return true;
      replies += 1;
      if (verdict === "good" && replies < 3) socket.write(replies === 1 ? EHLO : QUIT);
      else {
        socket.destroy();
        resolve(verdict === "good");
      }
      return true;
    };
    const socket = connect({ host, port, noDelay: true, onread: { buffer: shared, callback }, ...AS_NODE_SETS_THEM });
    socket.on("error", () => resolve(false));
  });
}

serveBatches(dialogue);
