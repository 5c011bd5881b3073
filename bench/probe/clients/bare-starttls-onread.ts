import { connect } from "node:net";
import tls from "node:tls";
import { EHLO_NAME } from "../../bare-dialogue.ts";
import { readTarget, serveBatches } from "../serve-batches.ts";
import { verdictOn } from "../verdict-on.ts";

const { host, port } = readTarget();
const secureContext = tls.createSecureContext(); // it trusts the authority of NODE_EXTRA_CA_CERTS
const EHLO = Buffer.from(`EHLO ${EHLO_NAME}\r\n`);
const STARTTLS = Buffer.from("STARTTLS\r\n");
const QUIT = Buffer.from("QUIT\r\n");
const shared = Buffer.allocUnsafeSlow(65_536);

/**
 * As lean as Node allows: one buffer for what comes in the clear, and a certificate that is read and matched natively, since the
 * object that Node makes of a whole chain is dear. Takes each reply to come in one piece.
 */
function dialogue(): Promise<boolean> {
  return new Promise((resolve) => {
    let replies = 0;
    const give = () => {
      plain.destroy();
      resolve(false);
    };
    const callback = (length: number) => {
      const verdict = verdictOn(shared, length);
      if (verdict === "unfinished") return true;
      replies += 1;
      if (verdict === "bad") give();
      else if (replies < 3) plain.write(replies === 1 ? EHLO : STARTTLS);
      else handshake();
      return true;
    };
    const handshake = () => {
      const secure = tls.connect({ socket: plain, secureContext, host, checkServerIdentity: () => undefined }, () => {
        const certificate = secure.getPeerX509Certificate();
        if (!secure.authorized || !certificate?.checkIP(host) || !certificate.validTo || !certificate.fingerprint256) return give();
        secure.write(EHLO);
      });
      // Node asks for the certificate to hand it to checkServerIdentity, which here does not look at it.
      Object.assign(secure, { getPeerCertificate: () => undefined });
      secure.on("error", give);
      secure.on("data", (bytes: Buffer) => {
        const verdict = verdictOn(bytes, bytes.length);
        if (verdict === "unfinished") return;
        replies += 1;
        if (verdict === "bad") give();
        else if (replies === 4) secure.write(QUIT);
        else {
          secure.destroy();
          resolve(true);
        }
      });
    };
    const plain = connect({ host, port, noDelay: true, onread: { buffer: shared, callback } });
    plain.on("error", give);
  });
}

serveBatches(dialogue);
