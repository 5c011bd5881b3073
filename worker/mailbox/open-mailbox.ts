import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { keepMessage } from "#db/mailbox/keep-message.ts";
import type { Logger } from "../log.ts";
import { readMail } from "./read-mail.ts";

/** The mailbox, open for mail: its port, and what closes it once the mails on their way in are stored. */
export type Mailbox = { port: number; close(): Promise<void> };

const MAX_BYTES = 5 * 1024 * 1024;
const CLOSE_WITHIN_MS = 5_000;

/**
 * Opens the built-in mailbox: an SMTP server on loopback that takes mail for anybody and stores it. A mail is only answered with 250
 * once it is stored; what cannot be stored now is answered with 451, and its sender tries again.
 */
export async function openMailbox(port: number, log: Logger): Promise<Mailbox> {
  const server = new SMTPServer({
    banner: "Ehlowatch's built-in mailbox",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: MAX_BYTES,
    closeTimeout: CLOSE_WITHIN_MS,
    onData: (stream, session, answer) => void receive(stream, session, log).then((refusal) => answer(refusal)),
  });
  server.on("error", (error) => log.debug({ err: error }, "an error of the mailbox or of one of its clients"));
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening"); // throws what keeps it from listening
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Stores a mail; answers null once it is, else the error that the client gets as a reply. */
async function receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession, log: Logger): Promise<Error | null> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
    if (stream.sizeExceeded) return refusal(552, "5.3.4 The mail is too large");

    const raw = Buffer.concat(chunks);
    const recipients = envelope.rcptTo.map(({ address }) => address);
    const messageId = await keepMessage({
      sender: envelope.mailFrom ? envelope.mailFrom.address : "",
      recipients,
      raw,
      ...(await readMail(raw)),
    });
    log.info({ messageId, bytes: raw.length }, "mail received");
    return null;
  } catch (error) {
    log.error({ err: error }, "a mail could not be stored");
    return refusal(451, "4.3.0 The mail cannot be stored now");
  }
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
