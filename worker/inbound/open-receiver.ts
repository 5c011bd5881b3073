import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { isReceiving } from "#db/inbound/is-receiving.ts";
import { keepInboundMessage } from "#db/inbound/keep-inbound-message.ts";
import type { Logger } from "../log.ts";
import { keepCompany } from "./company.ts";
import { findRunToken } from "./find-run-token.ts";
import type { OwnCertificate } from "./self-made-certificate.ts";

/** The receiver, open for mail: where it listens, what it took and refused, and what closes it once the messages on their way in are stored. */
export type Receiver = {
  port: number;
  listensAt: string;
  counts(): { received: number; refused: number };
  show(certificate: OwnCertificate): void;
  close(): Promise<void>;
};

export type ReceiverLimits = {
  bytes: number;
  connections: number;
  connectionsOfPeer: number;
  connectionMs: number;
  idleMs: number;
  refusals: number;
  messagesPerMinute: number;
};

/** A test message is small; a run of a minute sends one, and several locations may. */
const USUAL_LIMITS: ReceiverLimits = {
  bytes: 1024 * 1024,
  connections: 100,
  connectionsOfPeer: 20,
  connectionMs: 180_000,
  idleMs: 60_000,
  refusals: 10,
  messagesPerMinute: 20,
};

const LINE_BYTES = 2_048;
const CLOSE_WITHIN_MS = 5_000;

type Settings = {
  domain: string;
  host?: string | undefined;
  port: number;
  certificate: OwnCertificate;
  log: Logger;
  limits?: Partial<ReceiverLimits>;
};

/**
 * Opens the receiver of test messages: an SMTP server that takes mail to the addresses of monitors and to nobody else. A message is only answered
 * with 250 once it is stored; what cannot be stored now is answered with 451, and its sender tries again. Nothing is ever passed on.
 */
export async function openReceiver({ domain, host, port, certificate, log, limits: wished }: Settings): Promise<Receiver> {
  const limits = { ...USUAL_LIMITS, ...wished };
  const counts = { received: 0, refused: 0 };
  const company = keepCompany({ ofPeer: limits.connectionsOfPeer, refusals: limits.refusals, withinMs: limits.connectionMs });
  const perMinute = new RateLimiterMemory({ points: limits.messagesPerMinute, duration: 60 });

  const refuse = (session: SMTPServerSession, code: number, text: string) => {
    counts.refused++;
    return company.refuse(session.id) ? refusal(421, "Too many mistakes") : refusal(code, text);
  };
  const judgeRecipient = async (mailbox: string, session: SMTPServerSession): Promise<Error | null> => {
    const address = addressAt(domain, mailbox);
    if (address === null || !(await isReceiving(address))) return refuse(session, 550, "Nobody receives mail at this address");
    const isFew = await perMinute.consume(address).then(
      () => true,
      () => false,
    );
    return isFew ? null : refuse(session, 450, "This address has had enough mail for a minute");
  };

  const server = new SMTPServer({
    name: domain,
    banner: "Ehlowatch receives test messages",
    disabledCommands: ["AUTH"],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    ...certificate,
    size: limits.bytes,
    rejectOversized: true,
    maxClients: limits.connections,
    maxRecipients: 1,
    maxCommandLength: LINE_BYTES,
    maxAllowedUnauthenticatedCommands: false,
    socketTimeout: limits.idleMs,
    closeTimeout: CLOSE_WITHIN_MS,
    onConnect: ({ id, remoteAddress }, done) => {
      const isWelcome = company.enter(id, remoteAddress, () => endConnection(server, id));
      done(isWelcome ? null : refusal(421, `${domain} Too many connections from your address`));
    },
    onClose: ({ id }) => company.leave(id),
    onRcptTo: ({ address }, session, done) =>
      void judgeRecipient(address, session).then(done, (error: unknown) => {
        log.error({ err: error }, "the recipient of a message could not be looked up");
        done(refusal(451, "Nothing can be received now"));
      }),
    onData: (stream, session, done) =>
      void receive(stream, session, log).then((refused) => {
        if (refused) counts.refused++;
        else counts.received++;
        done(refused);
      }),
  });
  server.on("error", (error) => log.debug({ err: error }, "an error of one of the receiver's clients"));
  server.listen(port, host);
  await once(server.server, "listening"); // throws what keeps it from listening
  const { address, port: actual } = server.server.address() as AddressInfo;
  return {
    port: actual,
    listensAt: address.includes(":") ? `[${address}]:${actual}` : `${address}:${actual}`,
    counts: () => counts,
    show: (next) => server.updateSecureContext(next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Stores a message; null once it is, else what its sender is answered. */
async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, log: Logger): Promise<Error | null> {
  try {
    const raw = await readAll(stream);
    if (raw === null) return refusal(552, "The message is too large");
    const { envelope, remoteAddress, hostNameAppearsAs, tlsOptions } = session;
    const [recipient] = envelope.rcptTo;
    const isKept = await keepInboundMessage({
      address: recipient!.address.split("@")[0]!.toLowerCase(),
      runToken: findRunToken(raw),
      sender: envelope.mailFrom ? envelope.mailFrom.address : "",
      peer: remoteAddress,
      helo: hostNameAppearsAs || "",
      tls: tlsOptions ? (tlsOptions.version ?? null) : null,
      raw,
    });
    if (!isKept) return refusal(550, "Nobody receives mail at this address");
    log.info({ bytes: raw.length, peer: remoteAddress }, "a test message was received");
    return null;
  } catch (error) {
    if (!stream.readableEnded) log.debug({ err: error }, "a client went away in the middle of a message");
    else log.error({ err: error }, "a test message could not be stored");
    return refusal(451, "The message cannot be stored now");
  }
}

/** All of a message; null where it is larger than it may be. What is over the bound is not kept while it comes. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

/** The part before the @ of a mailbox of ours, in lower case; null for any other. */
function addressAt(domain: string, mailbox: string): string | null {
  const [address, ...rest] = mailbox.toLowerCase().split("@");
  return rest.join("@") === domain && /^[a-z0-9]{19}$/.test(address!) ? address! : null;
}

function endConnection(server: SMTPServer, id: string): void {
  for (const connection of server.connections) if (connection.id === id) connection.send(421, "This took too long");
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
