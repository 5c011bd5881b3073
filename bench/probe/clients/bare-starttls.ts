import { connect, type Socket } from "node:net";
import tls from "node:tls";
import { EHLO_NAME } from "../../bare-dialogue.ts";
import { readTarget, serveBatches } from "../serve-batches.ts";

const { host, port } = readTarget();
const secureContext = tls.createSecureContext(); // it trusts the authority of NODE_EXTRA_CA_CERTS

/** Greeting, EHLO, STARTTLS, a handshake that Node verifies, the certificate read, EHLO, QUIT; with ordinary sockets. */
function dialogue(): Promise<boolean> {
  return new Promise((resolve) => {
    const plain = connect({ host, port, noDelay: true });
    let secure: tls.TLSSocket;
    const give = () => {
      plain.destroy();
      resolve(false);
    };
    plain.on("error", give);
    converse(plain, [`EHLO ${EHLO_NAME}\r\n`, "STARTTLS\r\n"], (isGood) => {
      if (!isGood) return give();
      plain.removeAllListeners("data");
      secure = tls.connect({ socket: plain, secureContext, host }, () => {
        const { subject, issuer, valid_to, fingerprint256 } = secure.getPeerCertificate();
        if (!secure.authorized || !subject || !issuer || !valid_to || !fingerprint256) return give();
        secure.write(`EHLO ${EHLO_NAME}\r\n`);
      });
      secure.on("error", give);
      converse(secure, ["QUIT\r\n"], (isGoodBye) => {
        secure.destroy();
        resolve(isGoodBye);
      });
    });
  });
}

/** Answers each good reply with the next command; says when the last is answered, or one is refused. */
function converse(socket: Socket, commands: string[], done: (isGood: boolean) => void): void {
  let said = "";
  socket.on("data", (bytes) => {
    said += bytes.toString("latin1");
    if (!/^\d{3} .*\r\n$/m.test(said)) return;
    const isGood = said.startsWith("2");
    const command = isGood ? commands.shift() : undefined;
    said = "";
    if (command) socket.write(command);
    else done(isGood);
  });
}

serveBatches(dialogue);
