import type { CheckResult } from "#core/check/result.ts";
import { mailflowTarget } from "#core/mailflow/mailflow-target.ts";
import { runProbe } from "#probes/probe.ts";
import { type PlayedRun, playRun } from "../play-run.ts";
import { playDns } from "../server/play-dns.ts";
import type { ChainDoor, MailChain, ReadingDoor, SendingDoor } from "./mail-chain.ts";

/** By which doors a script goes: out by one, and into a mailbox by another. */
export type Doors = { out: SendingDoor; box?: ReadingDoor };

/** What is run besides the steps: the password that somebody logs in with, and the run as it is kept. */
type Means = { password?: string; kept?: PlayedRun };

/** Scripts for a chain. Steps are given as lines of YAML, of which each function makes those up to what a test is about. */
export type ChainScripts = {
  /** Up to the recipient: by the door for clients, which take a login, or by that for servers. `more` is what the step of the recipient expects. */
  addressed: (door: SendingDoor, to?: string, more?: string) => string[];
  sent: (door: SendingDoor, to?: string) => string[];
  loggedIn: (door: ReadingDoor) => string[];
  run: (doors: Doors, steps: readonly string[], means?: Means) => Promise<{ result: CheckResult; kept: PlayedRun }>;
  close: () => Promise<void>;
};

const isImplicit = (door: ChainDoor) => door.endsWith("s");
const protocolOf = (door: ReadingDoor) => door.replace(/s$/, "");

/** Opens what scripts for a chain need: a resolver that knows its name. */
export async function openChainScripts(chain: MailChain): Promise<ChainScripts> {
  const dns = await playDns((name, family) => (name === chain.host && family === "A" ? [chain.address] : []));
  const [{ username, password: right, address }] = chain.users as [MailChain["users"][number]];
  const server = (protocol: string, door: ChainDoor) =>
    `{ protocol: ${protocol}, host: ${chain.host}, port: ${chain.ports[door]}, tls: ${isImplicit(door) ? "implicit" : "starttls-required"} }`;

  const greeted = (door: SendingDoor) => [
    "{ smtp: connect, server: out }",
    "{ smtp: ehlo }",
    ...(isImplicit(door) ? [] : ["{ smtp: starttls }"]),
    ...(door === "smtp" ? [] : [`{ smtp: auth, username: ${username}, secret: password }`]),
  ];
  const addressed = (door: SendingDoor, to = address, more = "") => [
    ...greeted(door),
    "{ smtp: mail, from: watch@probe.example.net }",
    `{ smtp: rcpt, to: ${to}${more} }`,
  ];
  return {
    addressed,
    sent: (door, to) => [...addressed(door, to), "{ smtp: data }"],
    loggedIn: (door) => {
      const protocol = protocolOf(door);
      const tls = isImplicit(door) ? [] : [`{ ${protocol}: ${protocol === "imap" ? "starttls" : "stls"} }`];
      return [`{ ${protocol}: connect, server: box }`, ...tls, `{ ${protocol}: login, username: ${username}, secret: password }`];
    },
    run: async ({ out, box }, steps, { password = right, kept = playRun() } = {}) => {
      const servers = [`out: ${server("smtp", out)}`, ...(box ? [`box: ${server(protocolOf(box), box)}`] : [])];
      const text = [
        "version: 1",
        "servers:",
        ...servers.map((line) => `  ${line}`),
        "steps:",
        ...steps.map((step) => `  - ${step}`),
      ].join("\n");
      const { target, problems } = mailflowTarget(text);
      if (target === null) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join("\n"));
      const options = { timeLimitMs: 20_000, dnsServers: [dns.address], allowPrivate: true, extraCas: [chain.root] };
      const result = await runProbe(target, { ...options, secret: JSON.stringify({ password }), run: kept });
      return { result, kept };
    },
    close: () => dns.close(),
  };
}
