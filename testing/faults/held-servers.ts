import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { acceptTested } from "#testing/server/dialogues/accept-tested.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { fillBacklog } from "#testing/server/full-backlog.ts";
import { playDns } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { expect, hold, send, type Dialogue } from "#testing/server/steps.ts";
import { untilSo } from "#testing/until.ts";
import { loopbackAddress } from "./crowd.ts";

/** A server at every address of loopback that lets nobody out of one stage of the dialogue, until it is released. */
export type HeldServer = {
  port: number;
  target: Partial<SmtpTarget>;
  hostOf?: (index: number) => string;
  /** What the worker needs to get there. */
  env: Record<string, string>;
  /** Waits until so many clients are in that stage. */
  untilHeld(count: number): Promise<void>;
  release(): Promise<void>;
  close(): Promise<void>;
};

export const HELD_STAGES = ["dns", "connect", "greeting", "ehlo", "starttls", "tls", "mail", "quit"] as const;
export type HeldStage = (typeof HELD_STAGES)[number];

const EVERYWHERE = "0.0.0.0";
const HELD_WITHIN_MS = 45_000;
const ZONE = /^mx(\d+)\.example\.org$/;
const greeting = send("220 mx.example ESMTP\r\n");
const ehlo = [greeting, expect(/^EHLO /)];
const offersTls = [...ehlo, send("250-mx.example\r\n250 STARTTLS\r\n"), expect(/^STARTTLS$/)];
const accepting = acceptTested("250 2.1.0 ok\r\n", ["250 2.1.5 ok\r\n"]);

/** Where each dialogue stands still, by what the client has said then, and how it goes once it is released. */
const DIALOGUES: Record<Exclude<HeldStage, "dns" | "connect">, { held: Dialogue; said: RegExp; released: Dialogue }> = {
  greeting: { held: [hold], said: /^$/, released: good },
  ehlo: { held: [...ehlo, hold], said: /^EHLO .*\r\n$/, released: good },
  starttls: { held: [...offersTls, hold], said: /STARTTLS\r\n$/, released: good },
  tls: { held: [...offersTls, send("220 2.0.0 go ahead\r\n"), hold], said: /STARTTLS\r\n./s, released: good },
  mail: { held: [...ehlo, send("250 mx.example\r\n"), expect(/^MAIL /), hold], said: /MAIL FROM/, released: accepting },
  quit: { held: [...ehlo, send("250 mx.example\r\n"), expect(/^QUIT$/), hold], said: /QUIT\r\n$/, released: good },
};

const TARGETS: Partial<Record<HeldStage, Partial<SmtpTarget>>> = {
  starttls: { tls: "starttls" },
  tls: { tls: "starttls" },
  mail: { until: "accept", envelope: { from: "", accepted: "postmaster@example.org" } },
};

/** Starts the server that holds its clients in this stage. */
export async function holdIn(stage: HeldStage): Promise<HeldServer> {
  if (stage === "dns") return holdInDns();
  if (stage === "connect") return holdInConnect();
  const { held, said, released } = DIALOGUES[stage];
  let isHolding = true;
  const server = await play(() => (isHolding ? held : released), { host: EVERYWHERE });
  return {
    port: server.port,
    target: TARGETS[stage] ?? {},
    env: {},
    untilHeld: (count) => until(() => server.received().filter((text) => said.test(text)).length, count),
    release: async () => void (isHolding = false),
    close: () => server.close(),
  };
}

/** Its names are not resolved. */
async function holdInDns(): Promise<HeldServer> {
  const server = await play(good, { host: EVERYWHERE });
  const asked = new Set<string>();
  let isHolding = true;
  const dns = await playDns((name, family) => {
    asked.add(name);
    if (isHolding) return "silence";
    const [, index] = ZONE.exec(name) ?? [];
    return family === "A" && index !== undefined ? [loopbackAddress(Number(index))] : [];
  });
  return {
    port: server.port,
    target: {},
    hostOf: (index) => `mx${index}.example.org`,
    env: { DNS_SERVERS: dns.address },
    untilHeld: (count) => until(() => asked.size, count),
    release: async () => void (isHolding = false),
    close: async () => {
      await dns.close();
      await server.close();
    },
  };
}

/** The system throws away every SYN to it. Nobody sees those, so there is only the slot to go by. */
async function holdInConnect(): Promise<HeldServer> {
  const full = await fillBacklog(EVERYWHERE);
  let close = () => full.close();
  return {
    port: full.port,
    target: {},
    env: {},
    untilHeld: async () => undefined,
    release: async () => {
      await full.close();
      const server = await play(good, { host: EVERYWHERE, port: full.port });
      close = () => server.close();
    },
    close: () => close(),
  };
}

async function until(count: () => number, wanted: number): Promise<void> {
  await untilSo(count, (held) => held >= wanted, HELD_WITHIN_MS);
}
