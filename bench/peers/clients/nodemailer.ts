/** Asks nodemailer, in a process that trusts the authorities of NODE_EXTRA_CA_CERTS. Each message is a question with a number. */
import { createTransport } from "nodemailer";
import { GIVEN_MS, PEER_NAME, type PeerTarget, type Said } from "../peer.ts";

const SECURITY = {
  none: { ignoreTLS: true },
  starttls: {},
  "starttls-required": { requireTLS: true },
  implicit: { secure: true },
} as const;

async function ask({ host, port, tls }: PeerTarget): Promise<Said> {
  const limits = { connectionTimeout: GIVEN_MS, greetingTimeout: GIVEN_MS, socketTimeout: GIVEN_MS };
  const transport = createTransport({ host, port, secure: false, name: PEER_NAME, ...limits, ...SECURITY[tls] });
  try {
    await transport.verify();
    return { isOk: true, text: "verified" };
  } catch (error) {
    const { code, command, message, response } = error as Error & { code?: string; command?: string; response?: string };
    return { isOk: false, text: [code, command, message, response].filter(Boolean).join(" ") };
  } finally {
    transport.close();
  }
}

process.on("message", ({ number, target }: { number: number; target: PeerTarget }) => {
  void ask(target).then((said) => process.send!({ number, said }));
});
process.on("disconnect", () => process.exit());
process.send!("ready");
