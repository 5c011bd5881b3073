import { afterEach, beforeEach, expect } from "vitest";
import type { MailflowTarget } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { keepInboundAddress } from "#db/inbound/keep-inbound-address.ts";
import type { InboundMessage, Monitor, Team } from "#prisma/generated/client.ts";
import { openReceiver, type Receiver, type ReceiverLimits } from "#worker/inbound/open-receiver.ts";
import { selfMadeCertificate } from "#worker/inbound/self-made-certificate.ts";
import { log } from "#worker/log.ts";
import { makeMonitor, makeTeam } from "./makers.ts";
import { talkSmtp, type SmtpTalk } from "./smtp-talk.ts";

export const INBOUND_DOMAIN = "in.example.net";
/** A monitor that sends mail. */
export const SENDING: MailflowTarget = { kind: "mailflow", host: "mx.example.org", port: 25, script: "version: 1" };

const silent = log.child({}, { level: "silent" });
const certificate = selfMadeCertificate(INBOUND_DOMAIN);

type Talk = Awaited<ReturnType<typeof talkSmtp>>;

/** A receiver of test messages, a monitor that has mail sent to it, and clients that come. */
type Receiving = {
  team: Team;
  monitor: Monitor;
  /** The monitor's. */
  mailbox: string;
  receiver: Receiver;
  open(limits?: Partial<ReceiverLimits>): Promise<void>;
  connect(): Promise<Talk>;
  /** A client that has named a recipient, and what it heard of it. */
  begin(to?: string): Promise<Talk & { rcpt: string }>;
  /** Sends one message, and answers what was said of it. */
  send(text: string): Promise<string>;
  /** What was kept for the monitor. */
  messages(): Promise<InboundMessage[]>;
};

/** Starts them anew for each test of a file. */
export function startReceiving(): Receiving {
  const talks: SmtpTalk[] = [];
  const at = {
    async open(limits = {}) {
      const place = { domain: INBOUND_DOMAIN, host: "127.0.0.1", port: 0 };
      at.receiver = await openReceiver({ ...place, certificate, log: silent, limits });
    },
    async connect() {
      const talk = await talkSmtp(at.receiver.port);
      talks.push(talk);
      return talk;
    },
    async begin(to = at.mailbox) {
      const talk = await at.connect();
      await talk.say("EHLO mail.example.org");
      await talk.say("MAIL FROM:<probe@example.org>");
      return { ...talk, rcpt: await talk.say(`RCPT TO:<${to}>`) };
    },
    async send(text) {
      const talk = await at.begin();
      expect(await talk.say("DATA")).toMatch(/^354 /);
      return talk.say(`${text}\r\n.`);
    },
    messages: () =>
      prisma.inboundMessage.findMany({
        where: { inboundAddress: { monitorId: at.monitor.id } },
        orderBy: { id: "asc" },
      }),
  } as Receiving;

  beforeEach(async () => {
    at.team = await makeTeam();
    at.monitor = await makeMonitor(at.team, { target: SENDING });
    at.mailbox = `${await keepInboundAddress({ monitorId: at.monitor.id })}@${INBOUND_DOMAIN}`;
    await at.open();
  });
  afterEach(async () => {
    for (const talk of talks.splice(0)) talk.end();
    await at.receiver.close();
  });
  return at;
}
