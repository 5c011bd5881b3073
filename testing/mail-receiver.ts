import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived: parsed, as it came, whom the envelope named, and when (epoch milliseconds). */
export type ReceivedMail = { mail: ParsedMail; raw: string; to: string[]; arrivedAt: number };

/** What the server answers at a step: the reply's code and text to refuse with, or nothing to accept. */
type Refuse = (address: string) => { code: number; text: string } | undefined;

export type MailReceiver = { url: string; received: ReceivedMail[]; stop(): Promise<void> };

/** A real SMTP server on loopback that keeps what it is sent, and refuses what it is told to. */
export async function startMailReceiver(refuse: { mail?: Refuse; rcpt?: Refuse; data?: Refuse } = {}): Promise<MailReceiver> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onMailFrom: ({ address }, _session, done) => done(asError(refuse.mail?.(address))),
    onRcptTo: ({ address }, _session, done) => done(asError(refuse.rcpt?.(address))),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      read(stream)
        .then(async (raw) => {
          const refusal = asError(refuse.data?.(to.join()));
          if (!refusal) received.push({ mail: await simpleParser(raw), raw: raw.toString("utf8"), to, arrivedAt: Date.now() });
          done(refusal);
        })
        .catch(done);
    },
  });
  server.on("error", () => undefined); // a client that goes away is its own affair
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function asError(refusal: ReturnType<Refuse>): Error | null {
  return refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null;
}
